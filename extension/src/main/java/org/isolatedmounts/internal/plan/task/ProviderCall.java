package org.isolatedmounts.internal.plan.task;

/**
 * A call of a provider of layouts, as the task of a fork.
 *
 * @param provider the name of its class
 * @param declaringClass the name of the class, interface or annotation that has the annotation, or whose method has it
 * @param method as {@code Method.toString} gives it, or {@link #NO_METHOD}
 * @param annotation its place among all annotations of that element, or {@link #NO_ANNOTATION}
 */
public record ProviderCall(String provider, String declaringClass, String method, int annotation) implements ForkTask {

    public static final String NO_METHOD = "";

    /** The provider is named by a configuration parameter. */
    public static final int NO_ANNOTATION = -1;
}

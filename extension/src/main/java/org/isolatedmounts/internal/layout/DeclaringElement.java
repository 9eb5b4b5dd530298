package org.isolatedmounts.internal.layout;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.parameter.Parameter;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface or method on which annotations stand.
 *
 * @param implementedBy the class that brings an interface
 */
record DeclaringElement(
        AnnotatedElement element,
        String description,
        @Nullable Class<?> implementedBy) {

    static DeclaringElement of(Class<?> type) {
        return new DeclaringElement(type, description(type), null);
    }

    /** An annotation that a configuration parameter names. */
    static DeclaringElement ofDefault(Class<?> annotation, Parameter parameter) {
        return new DeclaringElement(
                annotation, "annotation " + annotation.getName() + ", of " + parameter.named(), null);
    }

    static DeclaringElement ofInterface(Class<?> type, Class<?> implementedBy) {
        return new DeclaringElement(type, description(type), implementedBy);
    }

    private static String description(Class<?> type) {
        return (type.isInterface() ? "interface " : "class ") + type.getName();
    }

    /** Named after the test class: the method may be inherited. */
    static DeclaringElement of(Class<?> testClass, Method method) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        return new DeclaringElement(
                method, "method " + testClass.getName() + "." + method.getName() + "(" + parameters + ")", null);
    }

    /** Whether both are interfaces of one class, and neither extends the other: none of them is nearer to a test. */
    boolean isRivalOf(DeclaringElement other) {
        return implementedBy != null
                && implementedBy == other.implementedBy
                && element instanceof Class<?> mine
                && other.element instanceof Class<?> theirs
                && !mine.isAssignableFrom(theirs)
                && !theirs.isAssignableFrom(mine);
    }

    ClassLoader classLoader() {
        Class<?> type = element instanceof Method method ? method.getDeclaringClass() : (Class<?>) element;
        ClassLoader own = type.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    /** The call of a provider for an annotation of this element. */
    ProviderCall callOf(Class<?> provider, int annotation) {
        return element instanceof Method method
                ? new ProviderCall(
                        provider.getName(), method.getDeclaringClass().getName(), method.toString(), annotation)
                : new ProviderCall(
                        provider.getName(), ((Class<?>) element).getName(), ProviderCall.NO_METHOD, annotation);
    }

    boolean isMethod() {
        return element instanceof Method;
    }
}

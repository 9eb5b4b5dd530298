package org.isolatedmounts.internal.plan.task;

/**
 * How a fork tells of all invocations of a template while it runs only one. The parameters are never set by a user.
 */
public final class Invocations {

    /** The unique id of the template of which the fork executes one invocation only. */
    public static final String TEMPLATE_PARAMETER = "isolatedmounts.internal.template";

    /** Which one, counted from 1 among those that the fork was asked for; 0 for none. */
    public static final String NUMBER_PARAMETER = "isolatedmounts.internal.invocation";

    /** The reason for which the fork skips the others. */
    public static final String POSTPONED = "isolated-mounts: runs in a fork of its own";

    private Invocations() {}
}

package org.isolatedmounts.internal.plan.task;

/**
 * How an extension tells the listener of its fork, on the same thread and before anything is cleaned up, that a test or a
 * lifecycle method has just failed: by a report entry that goes no further.
 */
public final class FailureSignal {

    /** Never set by a user; that there is a listener to tell. */
    public static final String PARAMETER = "isolatedmounts.internal.failures";

    /** Of the report entry. */
    public static final String KEY = "isolatedmounts.internal.failing";

    private FailureSignal() {}
}

package org.isolatedmounts.internal.plan.task;

/**
 * How a fork that was started before its turn comes waits for it.
 *
 * <p>The host's class mirror starts the fork of its first test to see how the class begins. What that test, or a class in
 * between, locks is held by the host only when Jupiter comes to it there; until then the fork must not go on.
 */
public final class Turn {

    /** The unique id of the test or container at which the fork waits; never set by a user. */
    public static final String PARAMETER = "isolatedmounts.internal.turn";

    /**
     * Of the report entry by which an extension tells the listener of the fork that the test is reached: its instance is made
     * before the listener hears of its start. It goes no further.
     */
    public static final String KEY = "isolatedmounts.internal.reached";

    private Turn() {}
}

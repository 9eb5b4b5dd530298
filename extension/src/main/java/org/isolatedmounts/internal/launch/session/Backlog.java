package org.isolatedmounts.internal.launch.session;

import org.isolatedmounts.internal.wire.Window;

/** The host's count of what a fork has told and nobody has taken yet. */
final class Backlog {

    /** How much is kept for who has to see what is to come before he can take what is there. */
    static final long MOST_FOR_LOOKING_AHEAD = 8L * Window.BYTES;

    private static final int ACKNOWLEDGED_FROM = Window.BYTES / 4;

    /** What is here. */
    private long held;

    /** What uses up the window. */
    private long unacknowledged;

    /** What has been taken of that. */
    private long taken;

    /** What is here and does not use up the window any more. */
    private long granted;

    void told(int cost) {
        held += cost;
        unacknowledged += cost;
    }

    /** What is to be acknowledged now that this was taken; zero if it is not yet worth an acknowledgement. */
    long took(int cost) {
        long ofGranted = Math.min(granted, cost);
        held -= cost;
        granted -= ofGranted;
        taken += cost - ofGranted;
        if (taken < ACKNOWLEDGED_FROM) {
            return 0;
        }
        long acknowledged = taken;
        unacknowledged -= taken;
        taken = 0;
        return acknowledged;
    }

    /** What is to be acknowledged without having been taken, so that more comes. */
    long grant() {
        long acknowledged = unacknowledged;
        granted += acknowledged - taken;
        taken = 0;
        unacknowledged = 0;
        return acknowledged;
    }

    /** Whether the fork waits. */
    boolean isFull() {
        return unacknowledged >= Window.BYTES;
    }

    boolean isTooMuch() {
        return held >= MOST_FOR_LOOKING_AHEAD;
    }
}

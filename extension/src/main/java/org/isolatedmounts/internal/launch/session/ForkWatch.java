package org.isolatedmounts.internal.launch.session;

import java.time.Duration;

/**
 * Keeps one fork to its permit and to its deadline, by a timer: whoever takes its events, and whether anybody does. Its
 * session says what becomes of the fork, one thing at a time.
 */
public final class ForkWatch {

    /** From a kill to the end of the fork. */
    static final Duration DYING = Duration.ofSeconds(5);

    private final Permits.Permit permit;
    private final Deadline deadline;
    private final HostTimer timer;
    private HostTimer.Alarm alarm = () -> {};
    private boolean awaitingHost;

    public ForkWatch(Permits.Permit permit, Deadline deadline, HostTimer timer) {
        this.permit = permit;
        this.deadline = deadline;
        this.timer = timer;
    }

    /** Sees to it that it is looked at the deadline when that may have passed. */
    void awaitDeadline(Runnable look) {
        alarm.cancel();
        if (!awaitingHost) {
            alarm = timer.in(deadline.left(), look);
        }
    }

    boolean isOverdue() {
        return !awaitingHost && deadline.left().compareTo(Duration.ZERO) <= 0;
    }

    String cause() {
        return deadline.cause();
    }

    /** Whether the fork waits for the host, as it may for long if the thread for that is elsewhere; true for a change. */
    boolean awaitsHost(boolean awaits) {
        if (awaits == awaitingHost) {
            return false;
        }
        awaitingHost = awaits;
        if (awaits) {
            deadline.standStill();
            permit.lend();
        } else {
            deadline.goOn();
            permit.takeBack();
        }
        return true;
    }

    void testsDone() {
        deadline.testsDone();
    }

    /** The fork is being killed. */
    void awaitDeath(Runnable look) {
        alarm.cancel();
        alarm = timer.in(DYING, look);
    }

    void ended() {
        alarm.cancel();
        permit.end();
    }
}

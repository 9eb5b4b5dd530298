package org.isolatedmounts.internal.launch.supervisor;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Notices that a supervisor stands still. Counts its own ticks and not the time, which passes for a host JVM that was itself
 * stopped, too.
 */
final class Heartbeat {

    /** Of one second each. */
    static final int TICKS = 15;

    /** An answer takes no time; this is for a machine that has none. */
    private static final int TICKS_FOR_AN_ANSWER = 4;

    private final Runnable ping;
    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private long heardBefore;
    private long pings;
    private int silent;
    private int unanswered;

    Heartbeat(Runnable ping) {
        this.ping = ping;
    }

    /** It has told something. */
    void heard() {
        heard.incrementAndGet();
    }

    /** It has answered a ping. */
    void answered() {
        answers.incrementAndGet();
    }

    /** Called while something is expected of it; false when it has told nothing for too long. */
    synchronized boolean tick() {
        long now = heard.get();
        silent = now == heardBefore ? silent + 1 : 0;
        heardBefore = now;
        if (answers.get() == pings) {
            pings++;
            unanswered = 0;
            ping.run();
        } else {
            unanswered++;
        }
        return silent < TICKS;
    }

    /** Called in place of a tick while nothing is expected of it. */
    synchronized void rest() {
        silent = 0;
        unanswered = 0;
    }

    /** Whether it lets questions lie. */
    synchronized boolean isStuck() {
        return unanswered >= TICKS_FOR_AN_ANSWER;
    }
}

package org.isolatedmounts.internal.launch;

import java.time.Duration;

/** How long a fork may take, and how much of that is for its end once its tests are done. */
final class Deadline {

    private static final Duration EXIT = Duration.ofSeconds(30);

    /** Long enough for anybody, and short enough to be counted in nanoseconds. */
    private static final Duration ENDLESS = Duration.ofDays(36_500);

    private final Duration exit;
    private long end;
    private String cause;

    private Deadline(Duration timeout, Duration exit) {
        this.exit = exit;
        this.end = System.nanoTime() + timeout.toNanos();
        this.cause = "took longer than the deadline of " + describe(timeout)
                + " (configuration parameter `isolatedmounts.timeout`)";
    }

    static Deadline in(Duration timeout) {
        return in(timeout, EXIT);
    }

    static Deadline in(Duration timeout, Duration exit) {
        return new Deadline(timeout, exit);
    }

    /** For a JVM that a debugger may stop at any point and for as long as somebody looks at it. */
    static Deadline never() {
        return new Deadline(ENDLESS, ENDLESS);
    }

    /** Shutdown hooks are all that can still take time. */
    void testsDone() {
        long exited = System.nanoTime() + exit.toNanos();
        if (exited - end < 0) {
            end = exited;
            cause = "did not exit within " + describe(exit) + ", as it does when a shutdown hook hangs";
        }
    }

    /** In nanoseconds; zero or less when it is over. */
    long left() {
        return end - System.nanoTime();
    }

    /** What the fork did to be killed. */
    String cause() {
        return cause;
    }

    private static String describe(Duration duration) {
        return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}

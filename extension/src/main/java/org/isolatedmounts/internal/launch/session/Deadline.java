package org.isolatedmounts.internal.launch.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a fork may take, and how much of that is for its end once its tests are done. The clock stands still while the
 * fork waits for the host.
 */
public final class Deadline {

    private static final Duration EXIT = Duration.ofSeconds(30);

    /** Long enough for anybody, and short enough to be counted in nanoseconds. */
    private static final Duration ENDLESS = Duration.ofDays(36_500);

    private final Duration exit;
    private final LongSupplier clock;
    private long left;
    private long countedAt;
    private boolean standing;
    private String cause;

    /** @param exit how much of it is for the end */
    Deadline(Duration timeout, Duration exit, LongSupplier clock) {
        this.exit = exit;
        this.clock = clock;
        this.left = timeout.toNanos();
        this.countedAt = clock.getAsLong();
        this.cause = "took longer than the deadline of " + describe(timeout)
                + " (configuration parameter `isolatedmounts.timeout`)";
    }

    public static Deadline in(Duration timeout, LongSupplier clock) {
        return new Deadline(timeout, EXIT, clock);
    }

    /** For a JVM that a debugger may stop at any point and for as long as somebody looks at it. */
    public static Deadline never(LongSupplier clock) {
        return new Deadline(ENDLESS, ENDLESS, clock);
    }

    void standStill() {
        count();
        standing = true;
    }

    void goOn() {
        count();
        standing = false;
    }

    /** Shutdown hooks are all that can still take time. */
    void testsDone() {
        count();
        if (exit.toNanos() < left) {
            left = exit.toNanos();
            cause = "did not exit within " + describe(exit) + ", as it does when a shutdown hook hangs";
        }
    }

    /** Zero or less when it is over. */
    Duration left() {
        count();
        return Duration.ofNanos(left);
    }

    private void count() {
        long now = clock.getAsLong();
        if (!standing) {
            left -= now - countedAt;
        }
        countedAt = now;
    }

    /** What the fork did to be killed. */
    String cause() {
        return cause;
    }

    private static String describe(Duration duration) {
        long millis = duration.toMillis();
        return millis < 1000
                ? millis + " ms"
                : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + " s";
    }
}

package org.isolatedmounts.internal.fork;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkAnswer;

/** What the supervisor and the host have answered. It is looked for again and again: a read could not be given up. */
final class Answers {

    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(200);

    private final InputStream pipe;
    private final EventWriter events;
    private final Map<ForkAnswer, Integer> counts = new EnumMap<>(ForkAnswer.class);
    private boolean unreadable;

    Answers(InputStream pipe, EventWriter events) {
        this.pipe = pipe;
        this.events = events;
    }

    /** How often an answer has come by now. */
    synchronized int count(ForkAnswer answer) {
        receive();
        return counts.getOrDefault(answer, 0);
    }

    /**
     * Waits until enough has come, or no longer than that. An interrupted thread waits too, and is interrupted afterwards as
     * it was before.
     */
    void await(BooleanSupplier enough, long patienceNanos) {
        boolean interrupted = Thread.interrupted();
        long begin = System.nanoTime();
        while (!enough.getAsBoolean() && isReadable() && System.nanoTime() - begin < patienceNanos) {
            LockSupport.parkNanos(PAUSE);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isReadable() {
        return !unreadable;
    }

    private synchronized void receive() {
        try {
            // one by one, as they are few: JDK 17 reads several at once from what it can seek in only
            while (!unreadable && pipe.available() > 0) {
                counts.merge(ForkAnswer.of((byte) pipe.read()), 1, Integer::sum);
            }
        } catch (IOException e) {
            // nothing to wait for, then: what failed must be told all the same
            unreadable = true;
            events.write(new ForkEvent.Warning("a fork could not read the answer that it waited for: " + e));
        }
    }
}

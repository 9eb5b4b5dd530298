package org.isolatedmounts.internal.fork;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.internal.event.ForkEvent;

/**
 * Tells the supervisor that something fails, and waits until it has looked at the mounts: what the test cleans up next
 * may be just what made it fail.
 */
final class FailureNotice {

    /**
     * Longer than the supervisor takes for one look. It may take longer for several at once, or where it has no thread for
     * that; without an answer the failure is told all the same.
     */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(200);

    private final EventWriter events;
    private final InputStream answers;
    private final Set<String> told = new HashSet<>();
    private int outstanding;

    /** @param answers has a byte for each notice that was taken */
    FailureNotice(EventWriter events, InputStream answers) {
        this.events = events;
        this.answers = answers;
    }

    /** Only the first time for each test or container. */
    synchronized void give(String uniqueId) {
        if (told.add(uniqueId)) {
            events.write(new ForkEvent.Failing(uniqueId));
            outstanding++;
            awaitAnswers();
        }
    }

    /** An interrupted thread waits too, and is interrupted afterwards as it was before. */
    private void awaitAnswers() {
        boolean interrupted = Thread.interrupted();
        long deadline = System.nanoTime() + PATIENCE;
        try {
            while (outstanding > 0 && System.nanoTime() < deadline) {
                outstanding -= answers.readNBytes(Math.min(answers.available(), outstanding)).length;
                if (outstanding > 0) {
                    LockSupport.parkNanos(PAUSE);
                    interrupted |= Thread.interrupted();
                }
            }
        } catch (IOException e) {
            // nothing to wait for, then
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

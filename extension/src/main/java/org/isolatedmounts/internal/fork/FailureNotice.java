package org.isolatedmounts.internal.fork;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.plan.ForkAnswer;

/**
 * Tells the supervisor that something fails, and waits until it has looked at the mounts: what the test cleans up next
 * may be just what made it fail.
 */
final class FailureNotice {

    /**
     * Longer than the supervisor takes for one look. It may take longer for several at once, or if it has no thread for
     * that; without an answer the failure is told all the same.
     */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private final EventWriter events;
    private final Answers answers;
    private final Set<String> told = new HashSet<>();

    FailureNotice(EventWriter events, Answers answers) {
        this.events = events;
        this.answers = answers;
    }

    /** Only the first time for each test or container. */
    synchronized void give(String uniqueId) {
        if (told.add(uniqueId)) {
            events.write(new ForkEvent.Failing(uniqueId));
            answers.await(told.size(), PATIENCE, ForkAnswer.EXAMINED);
        }
    }
}

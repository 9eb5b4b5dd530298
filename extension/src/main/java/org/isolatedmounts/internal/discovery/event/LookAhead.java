package org.isolatedmounts.internal.discovery.event;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.isolatedmounts.internal.event.ForkEvent;

/**
 * Looks ahead in the events of a fork, without replaying anything.
 *
 * @param passed sees what is looked at on the way to the start of something
 */
public record LookAhead(HostEvents events, Consumer<ForkEvent> passed) {

    /** To where it shows how a test begins. */
    public Beginning ofTest(String id) throws InterruptedException {
        return start(
                id,
                event -> event instanceof ForkEvent.Started started
                        && started.uniqueId().equals(id));
    }

    /** To where it shows whether the first test within a container begins. */
    public Beginning ofContainer(String id) throws InterruptedException {
        return start(
                id,
                event -> (event instanceof ForkEvent.Started started && UniqueIds.isBelow(started.uniqueId(), id))
                        || (event instanceof ForkEvent.Skipped skipped && UniqueIds.isBelow(skipped.uniqueId(), id))
                        || (event instanceof ForkEvent.Reached reached && UniqueIds.isBelow(reached.uniqueId(), id)));
    }

    private Beginning start(String id, Predicate<ForkEvent> begins) throws InterruptedException {
        Optional<Beginning> start = Optional.empty();
        for (int position = 0; start.isEmpty(); position++) {
            ForkEvent event = events.peek(position);
            passed.accept(event);
            start = begins.test(event) ? Optional.of(new Beginning.Begins(position)) : endsEarly(event, id, position);
        }
        return start.get();
    }

    private static Optional<Beginning> endsEarly(ForkEvent event, String id, int position) {
        if (event instanceof ForkEvent.Skipped skipped && UniqueIds.isAtOrBelow(id, skipped.uniqueId())) {
            return Optional.of(new Beginning.Skips(position, skipped.reason()));
        } else if (event instanceof ForkEvent.Finished finished && UniqueIds.isAtOrBelow(id, finished.uniqueId())) {
            return Optional.of(new Beginning.Ends(position, finished.uniqueId(), finished.outcome()));
        } else if (event instanceof ForkEvent.Exited) {
            return Optional.of(new Beginning.Never(position));
        }
        return Optional.empty();
    }

    /** Tells whether a test was registered to be executed at once; those of a class template come all together. */
    public ForkEvent afterRegistrations() throws InterruptedException {
        for (int position = 0; true; position++) {
            ForkEvent event = events.peek(position);
            if (event instanceof ForkEvent.Started
                    || event instanceof ForkEvent.Skipped
                    || event instanceof ForkEvent.DynamicallyRegistered
                    || event instanceof ForkEvent.Finished
                    || event instanceof ForkEvent.Exited) {
                return event;
            }
        }
    }
}

package org.isolatedmounts.internal.supervisor.channel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.isolatedmounts.internal.event.ForkEvent;

/**
 * Brings together again what a fork writes to three pipes: an event has a mark before it in the standard streams in which
 * its place matters. It is told when these streams have been told up to its mark; what follows a mark, when its event has
 * been told.
 */
public final class StreamOrder {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<ForkEvent.Stream, Place> places = new EnumMap<>(ForkEvent.Stream.class);

    private static final class Place {
        private long marks;
        private long events;
    }

    public StreamOrder() {
        for (ForkEvent.Stream stream : ForkEvent.Stream.values()) {
            places.put(stream, new Place());
        }
    }

    /** Waits until it is the turn of the next event, which is marked in these streams. */
    public void awaitMarks(Set<ForkEvent.Stream> markedIn) {
        for (ForkEvent.Stream stream : markedIn) {
            Place place = place(stream);
            await(() -> place.marks > place.events);
        }
    }

    public void eventTold(Set<ForkEvent.Stream> markedIn) {
        change(() -> markedIn.forEach(stream -> place(stream).events++));
    }

    /** What the streams still have comes after all events. */
    public void noMoreEvents() {
        change(() -> places.values().forEach(place -> place.events = Long.MAX_VALUE));
    }

    /** Waits until it is the turn of what follows the last mark of a stream. */
    void awaitEvents(ForkEvent.Stream stream) {
        Place place = place(stream);
        await(() -> place.events >= place.marks);
    }

    void markSeen(ForkEvent.Stream stream) {
        change(() -> place(stream).marks++);
    }

    /** Nobody waits for the stream any more. */
    void ended(ForkEvent.Stream stream) {
        change(() -> place(stream).marks = Long.MAX_VALUE);
    }

    private Place place(ForkEvent.Stream stream) {
        return Objects.requireNonNull(places.get(stream));
    }

    private void await(BooleanSupplier turn) {
        lock.lock();
        try {
            while (!turn.getAsBoolean()) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

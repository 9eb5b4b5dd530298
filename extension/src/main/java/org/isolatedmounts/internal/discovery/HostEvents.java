package org.isolatedmounts.internal.discovery;

import java.util.function.Consumer;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.ForkFailedException;
import org.isolatedmounts.internal.launch.ForkSession;
import org.isolatedmounts.internal.plan.ForkAnswer;

/**
 * The events of a fork with the unique ids of the host's tree.
 *
 * @param onTake sees each event when it is taken, on the thread that takes it; so {@link ForkEvent.Exited}, which can be
 *     taken again and again, each time
 */
record HostEvents(ForkSession session, EnginePrefix prefix, Consumer<ForkEvent> onTake) {

    /** As {@link ForkSession#peek(int)}. */
    ForkEvent peek(int position) throws InterruptedException {
        return prefix.onHost(session.peek(position));
    }

    /** As {@link ForkSession#take()}. */
    ForkEvent take() throws InterruptedException {
        ForkEvent event = prefix.onHost(session.take());
        onTake.accept(event);
        return event;
    }

    /** As {@link ForkSession#answer(ForkAnswer)}. */
    void answer(ForkAnswer answer) {
        session.answer(answer);
    }

    void abandon() {
        session.abandon();
    }

    ForkFailedException death(int status) {
        return session.death(status);
    }
}

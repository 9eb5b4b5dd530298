package org.isolatedmounts.internal.discovery.event;

import java.util.function.Consumer;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.isolatedmounts.internal.launch.session.ForkSession;
import org.isolatedmounts.internal.plan.ForkAnswer;

/**
 * The events of a fork with the unique ids of the host's tree.
 *
 * @param onTake sees each event when it is taken, on the thread that takes it; so {@link ForkEvent.Exited}, which can be
 *     taken again and again, each time
 */
public record HostEvents(ForkSession session, EnginePrefix prefix, Consumer<ForkEvent> onTake) {

    /** As {@link ForkSession#peek(int)}. */
    public ForkEvent peek(int position) throws InterruptedException {
        return prefix.onHost(session.peek(position));
    }

    /** As {@link ForkSession#take()}. */
    public ForkEvent take() throws InterruptedException {
        ForkEvent event = prefix.onHost(session.take());
        onTake.accept(event);
        return event;
    }

    /** As {@link ForkSession#answer(ForkAnswer)}. */
    public void answer(ForkAnswer answer) {
        session.answer(answer);
    }

    public void abandon() {
        session.abandon();
    }

    public ForkFailedException death(int status) {
        return session.death(status);
    }
}

package org.isolatedmounts.internal.discovery;

import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.ForkFailedException;
import org.isolatedmounts.internal.launch.ForkSession;

/** The events of a fork with the unique ids of the host's tree. */
record HostEvents(ForkSession session, EnginePrefix prefix) {

    /** As {@link ForkSession#peek(int)}. */
    ForkEvent peek(int position) throws InterruptedException {
        return prefix.onHost(session.peek(position));
    }

    /** As {@link ForkSession#take()}. */
    ForkEvent take() throws InterruptedException {
        return prefix.onHost(session.take());
    }

    void pause() {
        session.pause();
    }

    void abandon() {
        session.abandon();
    }

    ForkFailedException death(int status) {
        return session.death(status);
    }
}

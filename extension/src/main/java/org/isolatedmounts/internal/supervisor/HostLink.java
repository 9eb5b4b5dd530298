package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.wire.Frames;

/** The pipe to the host JVM, shared by all forks. */
final class HostLink {

    private final OutputStream pipe;

    HostLink(OutputStream pipe) {
        this.pipe = pipe;
    }

    void send(long forkId, ForkEvent event) {
        relay(forkId, ForkEventCodec.encode(event));
    }

    /** Passes an event of a fork on as it came. */
    synchronized void relay(long forkId, byte[] event) {
        try {
            Frames.write(pipe, forkId, event);
        } catch (IOException e) {
            // nobody is left to work for; the kernel takes the forks along
            Runtime.getRuntime().halt(1);
        }
    }
}

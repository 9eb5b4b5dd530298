package org.isolatedmounts.internal.supervisor.channel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.wire.Frames;

/** The pipe to the host JVM, shared by all forks. */
public final class HostLink {

    private final OutputStream pipe;
    private final Set<String> warnings = ConcurrentHashMap.newKeySet();

    public HostLink(OutputStream pipe) {
        this.pipe = pipe;
    }

    public void send(long forkId, ForkEvent event) {
        relay(forkId, ForkEventCodec.encode(event));
    }

    /** Tells with the first fork that it is true for. */
    public void warnOnce(long forkId, String warning) {
        if (warnings.add(warning)) {
            send(forkId, new ForkEvent.Warning(warning));
        }
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

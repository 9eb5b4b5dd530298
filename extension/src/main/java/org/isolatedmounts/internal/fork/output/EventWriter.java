package org.isolatedmounts.internal.fork.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.wire.Frames;

/**
 * Writes events to the supervisor's pipe.
 *
 * <p>A pipe and not a channel: an interrupted test thread must not close it. Nothing is buffered: what was written is
 * told even if the JVM is killed the next moment.
 */
public final class EventWriter {

    private final OutputStream pipe;
    private final MarkedStreams streams;

    public EventWriter(OutputStream pipe, MarkedStreams streams) {
        this.pipe = pipe;
        this.streams = streams;
    }

    public synchronized void write(ForkEvent event) {
        try {
            byte[] content = ForkEventCodec.encode(event);
            // all that takes memory comes first: a mark without its event would put all later ones out of order
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            Frames.write(frame, Frames.NO_FORK, content);
            streams.mark(ForkEventCodec.markedIn(content));
            frame.writeTo(pipe);
        } catch (IOException e) {
            // without a reader the supervisor is gone, and with it, any moment now, this process
            Runtime.getRuntime().halt(1);
        }
    }
}

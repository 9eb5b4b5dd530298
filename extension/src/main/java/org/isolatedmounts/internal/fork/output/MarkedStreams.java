package org.isolatedmounts.internal.fork.output;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.StreamMark;

/** Standard output and error of the process, past {@code System.out} and {@code System.err}. */
public final class MarkedStreams {

    private final byte[] mark;
    private final OutputStream out;
    private final OutputStream err;

    private MarkedStreams(StreamMark mark, OutputStream out, OutputStream err) {
        this.mark = mark.bytes();
        this.out = out;
        this.err = err;
    }

    /** Opens the two pipes once more: a test may close the descriptors that it knows. */
    public static MarkedStreams open(StreamMark mark) throws IOException {
        return new MarkedStreams(
                mark, new FileOutputStream("/proc/self/fd/1"), new FileOutputStream("/proc/self/fd/2"));
    }

    /** For a fork whose streams nobody reads. */
    public static MarkedStreams ofNobody() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return new MarkedStreams(StreamMark.random(), nowhere, nowhere);
    }

    void mark(Set<ForkEvent.Stream> markedIn) throws IOException {
        for (ForkEvent.Stream stream : markedIn) {
            (stream == ForkEvent.Stream.OUT ? out : err).write(mark);
        }
    }
}

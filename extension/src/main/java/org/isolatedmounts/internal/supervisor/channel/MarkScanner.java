package org.isolatedmounts.internal.supervisor.channel;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.isolatedmounts.internal.plan.StreamMark;

/** Takes the marks out of a stream, wherever that is cut into pieces. */
final class MarkScanner {

    private final byte[] mark;
    private final Consumer<byte[]> between;
    private final Runnable atMark;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int matched;

    /**
     * A scanner of one stream.
     *
     * @param between gets what is not a mark
     */
    MarkScanner(StreamMark mark, Consumer<byte[]> between, Runnable atMark) {
        this.mark = mark.bytes();
        this.between = between;
        this.atMark = atMark;
    }

    /** What might be the beginning of a mark waits for what follows. */
    void accept(byte[] piece, int length) {
        for (int i = 0; i < length; i++) {
            if (piece[i] != mark[matched]) {
                // the first byte of a mark is in it only once: none can begin within what has matched
                bytes.write(mark, 0, matched);
                matched = 0;
            }
            if (piece[i] != mark[matched]) {
                bytes.write(piece[i]);
            } else if (++matched == mark.length) {
                matched = 0;
                flush();
                atMark.run();
            }
        }
        flush();
    }

    void end() {
        bytes.write(mark, 0, matched);
        matched = 0;
        flush();
    }

    private void flush() {
        if (bytes.size() > 0) {
            between.accept(bytes.toByteArray());
            bytes.reset();
        }
    }
}

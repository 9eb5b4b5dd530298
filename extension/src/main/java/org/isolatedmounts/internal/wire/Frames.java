package org.isolatedmounts.internal.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Length-prefixed frames on a stream: four bytes of length, eight of the fork's id, the content. */
public final class Frames {

    /** The id of frames that belong to no fork. */
    public static final long NO_FORK = 0;

    private static final int HEADER = Integer.BYTES + Long.BYTES;

    private Frames() {}

    public record Frame(long forkId, byte[] content) {}

    /** Writes a whole frame in one call; the caller sees to it that no two threads write at once. */
    public static void write(OutputStream out, long forkId, byte[] content) throws IOException {
        byte[] frame = ByteBuffer.allocate(HEADER + content.length)
                .putInt(content.length)
                .putLong(forkId)
                .put(content)
                .array();
        out.write(frame);
        out.flush();
    }

    /** The next frame, or nothing where the stream ends, be it between two frames or within one. */
    public static @Nullable Frame read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            int length = data.readInt();
            long forkId = data.readLong();
            byte[] content = new byte[length];
            data.readFully(content);
            return new Frame(forkId, content);
        } catch (EOFException e) {
            return null;
        }
    }
}

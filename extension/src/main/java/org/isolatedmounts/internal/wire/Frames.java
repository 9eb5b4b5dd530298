package org.isolatedmounts.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Length-prefixed frames on a stream: four bytes of length, eight of the fork's id, the content. */
public final class Frames {

    /** The id of frames that belong to no fork. */
    public static final long NO_FORK = 0;

    /** The longest content that a fork may send, as code of a test may have a hand in it. */
    public static final int MOST_OF_FORK = 16 << 20;

    /** The longest content of all. */
    public static final int MOST = 64 << 20;

    private static final int HEADER = Integer.BYTES + Long.BYTES;

    /** So much is made room for when a length is told; for more, when that much has come. */
    private static final int ON_TRUST = 1 << 16;

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

    /**
     * The next frame, or nothing if the stream ends, be it between two frames or within one: that is what a killed JVM
     * leaves. {@link #readWhole} tells the two ends apart.
     */
    public static @Nullable Frame read(InputStream in) throws IOException {
        try {
            return readWhole(in, MOST);
        } catch (EOFException e) {
            return null;
        }
    }

    /**
     * The next frame, or nothing if the stream ends before it.
     *
     * @param most how long the content may be
     * @throws EOFException if the stream ends within the frame
     * @throws MalformedFrameException if its length is none, or too large
     */
    public static @Nullable Frame readWhole(InputStream in, int most) throws IOException {
        byte[] header = new byte[HEADER];
        int came = fill(in, header, 0);
        if (came == 0) {
            return null;
        }
        if (came < HEADER) {
            throw new EOFException(
                    "the stream ends after " + came + " of the " + HEADER + " bytes with which a frame begins");
        }
        ByteBuffer fields = ByteBuffer.wrap(header);
        int length = fields.getInt();
        if (length < 0 || length > most) {
            throw new MalformedFrameException(
                    "the length of a frame is from 0 to " + most + " bytes, and this one is said to have " + length);
        }
        return new Frame(fields.getLong(), content(in, length));
    }

    private static byte[] content(InputStream in, int length) throws IOException {
        byte[] content = new byte[Math.min(length, ON_TRUST)];
        int read = fill(in, content, 0);
        while (read == content.length && read < length) {
            content = Arrays.copyOf(content, (int) Math.min(length, 2L * read));
            read = fill(in, content, read);
        }
        if (read < length) {
            throw new EOFException("the stream ends after " + read + " of the " + length + " bytes of a frame");
        }
        return content;
    }

    /** Up to where the bytes are there then. Not {@code readNBytes}, which some streams have their own ideas of. */
    private static int fill(InputStream in, byte[] bytes, int from) throws IOException {
        int filled = from;
        while (filled < bytes.length) {
            int read = in.read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        return filled;
    }
}

package org.isolatedmounts.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Builds the content of one frame. */
public final class WireOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    public WireOutput tag(int value) {
        return write(() -> out.writeByte(value));
    }

    public WireOutput flag(boolean value) {
        return write(() -> out.writeBoolean(value));
    }

    public WireOutput number(long value) {
        return write(() -> out.writeLong(value));
    }

    public WireOutput bytes(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    public WireOutput text(String value) {
        boolean unicode = UTF_8.newEncoder().canEncode(value);
        flag(unicode);
        return bytes(unicode ? value.getBytes(UTF_8) : chars(value));
    }

    /** Half of a surrogate pair is no Unicode; a Java string may have it all the same, and names of tests do. */
    private static byte[] chars(String value) {
        ByteBuffer chars = ByteBuffer.allocate(Character.BYTES * value.length());
        chars.asCharBuffer().put(value);
        return chars.array();
    }

    public <T> WireOutput optional(@Nullable T value, BiConsumer<WireOutput, T> writer) {
        flag(value != null);
        if (value != null) {
            writer.accept(this, value);
        }
        return this;
    }

    public <T> WireOutput list(Collection<T> values, BiConsumer<WireOutput, T> writer) {
        number(values.size());
        values.forEach(value -> writer.accept(this, value));
        return this;
    }

    public WireOutput map(Map<String, String> values) {
        return list(
                values.entrySet(),
                (output, entry) -> output.text(entry.getKey()).text(entry.getValue()));
    }

    public byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private WireOutput write(IoAction action) {
        try {
            action.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array refused to be written to", e);
        }
    }

    private interface IoAction {
        void run() throws IOException;
    }
}

package org.isolatedmounts.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the content of one frame, in the order in which {@link WireOutput} wrote it. */
public final class WireInput {

    private final ByteBuffer content;

    public WireInput(byte[] frame) {
        this.content = ByteBuffer.wrap(frame);
    }

    public int tag() {
        return content.get();
    }

    public boolean flag() {
        return content.get() != 0;
    }

    public long number() {
        return content.getLong();
    }

    public byte[] bytes() {
        byte[] value = new byte[content.getInt()];
        content.get(value);
        return value;
    }

    public String text() {
        boolean unicode = flag();
        return unicode
                ? new String(bytes(), UTF_8)
                : ByteBuffer.wrap(bytes()).asCharBuffer().toString();
    }

    public <T> @Nullable T optional(Function<WireInput, T> reader) {
        return flag() ? reader.apply(this) : null;
    }

    public <T> List<T> list(Function<WireInput, T> reader) {
        long size = number();
        List<T> values = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            values.add(reader.apply(this));
        }
        return values;
    }

    public Map<String, String> map() {
        Map<String, String> values = new LinkedHashMap<>();
        for (long left = number(); left > 0; left--) {
            values.put(text(), text());
        }
        return values;
    }
}

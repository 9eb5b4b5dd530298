package org.isolatedmounts.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * The values of a sealed interface of records, or of one record, as the content of frames. How they are written follows from
 * the components of the records and from nothing else, so a component or a record is added in one place.
 *
 * <p>What is read is not trusted: all that can be wrong with it is a {@link MalformedFrameException}, and it takes no more
 * memory than a small multiple of what came.
 */
public final class Codec<T> {

    private final Class<T> type;
    private final Shapes shapes = new Shapes();

    private Codec(Class<T> type) {
        this.type = type;
    }

    public static <T> Codec<T> of(Class<T> type) {
        return new Codec<>(type);
    }

    public byte[] encode(T value) {
        ContentWriter out = new ContentWriter();
        shapes.of(type).write(value, out);
        return out.toByteArray();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws MalformedFrameException if the content is not exactly one value
     */
    public T decode(byte[] content) {
        ContentReader in = new ContentReader(content);
        Object value = shapes.of(type).read(in);
        in.end();
        return type.cast(value);
    }

    /**
     * Which record the content of a sealed interface is, without decoding it.
     *
     * @throws MalformedFrameException if it is none
     */
    public Class<? extends T> typeOf(byte[] content) {
        return readType(new ContentReader(content)).asSubclass(type);
    }

    /**
     * The first component of the record that the content of a sealed interface is, if it is of that type; without decoding
     * what follows it.
     *
     * @throws MalformedFrameException if there is no such record, or no such component
     */
    public <C> @Nullable C leading(Class<C> component, byte[] content) {
        ContentReader in = new ContentReader(content);
        RecordShape shape = (RecordShape) shapes.of(readType(in));
        return shape.leading(component, in);
    }

    private Class<?> readType(ContentReader in) {
        return ((SealedShape) shapes.of(type)).readType(in);
    }
}

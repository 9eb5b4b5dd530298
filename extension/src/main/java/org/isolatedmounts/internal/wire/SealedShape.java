package org.isolatedmounts.internal.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * A sealed interface: a byte, the position of the record among all that there are, and the record. The three processes run
 * one version of this code; a position need mean nothing to another one.
 */
final class SealedShape extends Shape {

    private final Class<?> type;
    private final Shapes shapes;
    private final List<Class<?>> records = new ArrayList<>();

    SealedShape(Class<?> type, Shapes shapes) {
        this.type = type;
        this.shapes = shapes;
        collect(type);
    }

    private void collect(Class<?> from) {
        for (Class<?> permitted : from.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted);
            } else if (!records.contains(permitted)) {
                records.add(permitted);
            }
        }
    }

    @Override
    void write(Object value, ContentWriter out) {
        Class<?> written = value.getClass();
        out.octet(records.indexOf(written));
        shapes.of(written).write(value, out);
    }

    @Override
    Object read(ContentReader in) {
        return shapes.of(readType(in)).read(in);
    }

    /** Which record follows. */
    Class<?> readType(ContentReader in) {
        int position = in.octet("a kind of " + type.getSimpleName());
        if (position >= records.size()) {
            throw in.malformed("one of " + records.size() + " kinds of " + type.getSimpleName(), "number " + position);
        }
        return records.get(position);
    }
}

package org.isolatedmounts.internal.wire;

import java.util.ArrayList;
import java.util.List;

/** A list: how many, and each. */
final class ListShape extends Shape {

    /** A count is no reason to make room: an element may take one byte in the frame, and more in memory. */
    private static final int ON_TRUST = 64;

    private final Shape element;

    ListShape(Shape element) {
        this.element = element;
    }

    @Override
    void write(Object value, ContentWriter out) {
        List<?> list = (List<?>) value;
        out.integer(list.size());
        for (Object each : list) {
            element.write(each, out);
        }
    }

    @Override
    Object read(ContentReader in) {
        int count = in.count("elements");
        List<Object> list = new ArrayList<>(Math.min(count, ON_TRUST));
        for (int i = 0; i < count; i++) {
            list.add(element.read(in));
        }
        return List.copyOf(list);
    }
}

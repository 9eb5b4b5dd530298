package org.isolatedmounts.internal.wire;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** A component of a record. If it may be absent, a byte tells whether there is. */
final class Component {

    private final RecordComponent component;
    private final Method accessor;
    private final Shape shape;

    Component(RecordComponent component, Shape shape) {
        this.component = component;
        this.shape = shape;
        accessor = component.getAccessor();
        accessor.setAccessible(true);
    }

    Class<?> type() {
        return component.getType();
    }

    void write(Object owner, ContentWriter out) {
        Object value = valueOf(owner);
        if (!type().isPrimitive()) {
            out.flag(value != null);
        }
        if (value != null) {
            shape.write(value, out);
        }
    }

    @Nullable
    Object read(ContentReader in) {
        in.reading(this);
        if (type().isPrimitive() || in.flag("whether there is one")) {
            return shape.read(in);
        }
        // asked only now: the JVM makes a class for an annotation that is looked at
        if (component.isAnnotationPresent(org.isolatedmounts.internal.wire.Nullable.class)) {
            return null;
        }
        throw in.malformed("a " + type().getSimpleName(), "none");
    }

    private @Nullable Object valueOf(Object owner) {
        try {
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For messages: {@code Started.uniqueId}. */
    @Override
    public String toString() {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}

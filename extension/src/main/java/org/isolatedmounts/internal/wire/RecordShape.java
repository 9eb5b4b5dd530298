package org.isolatedmounts.internal.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** A record: its components in their order. */
final class RecordShape extends Shape {

    private final Class<?> type;
    private final Shapes shapes;
    private volatile Component @Nullable [] components;
    private volatile @Nullable Constructor<?> constructor;

    RecordShape(Class<?> type, Shapes shapes) {
        this.type = type;
        this.shapes = shapes;
    }

    @Override
    void write(Object value, ContentWriter out) {
        for (Component component : components()) {
            component.write(value, out);
        }
    }

    @Override
    Object read(ContentReader in) {
        Component[] all = components();
        Object[] values = new Object[all.length];
        in.enter(type);
        for (int i = 0; i < all.length; i++) {
            values[i] = all[i].read(in);
        }
        in.leave();
        try {
            return constructor(all).newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable reason = e.getTargetException();
            if (reason instanceof Error error) {
                throw error;
            }
            throw in.malformed(
                    "the components of a " + type.getSimpleName(), "some that it refuses: " + reason, reason);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first component, if it is of that type. */
    <C> @Nullable C leading(Class<C> wanted, ContentReader in) {
        Component[] all = components();
        return all.length > 0 && all[0].type() == wanted ? wanted.cast(all[0].read(in)) : null;
    }

    private Component[] components() {
        Component[] found = components;
        if (found == null) {
            RecordComponent[] declared = type.getRecordComponents();
            found = new Component[declared.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = new Component(declared[i], shapes.of(declared[i]));
            }
            components = found;
        }
        return found;
    }

    private Constructor<?> constructor(Component[] all) throws NoSuchMethodException {
        Constructor<?> found = constructor;
        if (found == null) {
            Class<?>[] types = new Class<?>[all.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = all[i].type();
            }
            found = type.getDeclaredConstructor(types);
            found.setAccessible(true);
            constructor = found;
        }
        return found;
    }
}

package org.isolatedmounts.internal.failure;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.isolatedmounts.internal.event.Failure.Kind;

/**
 * Makes throwables that stand in for those whose class is not to be had in the host JVM: of the same kind, printed the
 * same, and of a class that has the same name, as tools print that too, and nothing else in it.
 */
public final class StandIns {

    private final Map<Key, Class<? extends Throwable>> types = new HashMap<>();

    private record Key(Kind kind, String className, String simpleName) {}

    /** Defines one class each: two of the same name may be of different kinds. */
    private static final class Loader extends ClassLoader {

        Loader() {
            super(StandIns.class.getClassLoader());
        }

        Class<?> define(String name, byte[] content) {
            return defineClass(name, content, 0, content.length);
        }
    }

    static boolean isOne(Class<?> type) {
        return type.getClassLoader() instanceof Loader || type.getNestHost() == StandInKinds.class;
    }

    /** Whether the class is made here, and not to be found by its name. */
    public static boolean isMade(Class<?> type) {
        return type.getClassLoader() instanceof Loader;
    }

    public Throwable of(Likeness likeness) {
        try {
            return type(likeness.kind(), likeness.className(), likeness.simpleName())
                    .getConstructor(Likeness.class)
                    .newInstance(likeness);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Class<? extends Throwable> type(Kind kind, String className, String simpleName) {
        return types.computeIfAbsent(new Key(kind, className, simpleName), StandIns::define);
    }

    private static Class<? extends Throwable> define(Key key) {
        Class<? extends Throwable> base = StandInKinds.of(key.kind());
        try {
            byte[] content = StandInClassFile.of(key.className(), key.simpleName(), base);
            return new Loader().define(key.className(), content).asSubclass(Throwable.class);
        } catch (RuntimeException | LinkageError e) {
            // a name that nobody may define, as those of the JDK and of hidden classes: it still prints the same
            return base;
        }
    }

    /** The kind of which a class that was made is. */
    public static Kind kindOf(Class<?> made) {
        for (Kind kind : Kind.values()) {
            if (Objects.equals(made.getSuperclass(), StandInKinds.of(kind))) {
                return kind;
            }
        }
        throw new IllegalArgumentException(made + " stands in for nothing");
    }
}

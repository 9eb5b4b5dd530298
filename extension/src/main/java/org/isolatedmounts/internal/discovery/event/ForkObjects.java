package org.isolatedmounts.internal.discovery.event;

import java.io.IOException;
import java.util.Optional;
import org.isolatedmounts.internal.failure.KnownObjects;
import org.isolatedmounts.internal.failure.KnownTypes;
import org.jspecify.annotations.Nullable;

/** Reads what a fork serialised, with the libraries that the test sees: they may be in a loader of their own. */
public final class ForkObjects {

    private final ClassLoader loader;
    private final KnownTypes known;

    ForkObjects(Class<?> testClass) {
        this.loader = Optional.ofNullable(testClass.getClassLoader()).orElseGet(ClassLoader::getSystemClassLoader);
        this.known = new KnownTypes(Optional.of(testClass));
    }

    /** Null if there is nothing, or nothing that can be read in this JVM. */
    public <T> @Nullable T read(byte[] serialized, Class<T> type) {
        if (serialized.length == 0) {
            return null;
        }
        try {
            return type.cast(KnownObjects.read(serialized, loader, known));
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError | StackOverflowError e) {
            return null;
        }
    }
}

package org.isolatedmounts.internal.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a fork serialised, with the classes that the test sees: they may be in a loader of their own. */
final class ForkObjects {

    private final ClassLoader loader;

    ForkObjects(Class<?> testClass) {
        this.loader = Optional.ofNullable(testClass.getClassLoader()).orElseGet(ClassLoader::getSystemClassLoader);
    }

    /** Null where there is nothing, or nothing that can be read in this JVM. */
    <T> @Nullable T read(byte[] serialized, Class<T> type) {
        if (serialized.length == 0) {
            return null;
        }
        try (ObjectInputStream in = new LoaderObjectInputStream(new ByteArrayInputStream(serialized))) {
            return type.cast(in.readObject());
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError | StackOverflowError e) {
            return null;
        }
    }

    private final class LoaderObjectInputStream extends ObjectInputStream {

        LoaderObjectInputStream(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}

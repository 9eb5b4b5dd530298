package org.isolatedmounts.internal.fork;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Java serialisation, for the few objects that cross to the host JVM whole. */
final class Serialization {

    private Serialization() {}

    /**
     * Writes an object; what it refers to and cannot be serialised is written as {@code null}, so that an exception
     * with an odd field still arrives as what it is.
     */
    static byte[] toBytes(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new NullingObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Object fromBytes(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ContextObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    private static final class NullingObjectOutputStream extends ObjectOutputStream {

        NullingObjectOutputStream(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected @Nullable Object replaceObject(Object object) {
            if (object.getClass() == NullPointerException.class) {
                return withMessage((NullPointerException) object);
            }
            return object instanceof Serializable ? object : null;
        }

        /** The JVM computes what was null when it is asked, and only where it was thrown. */
        private static NullPointerException withMessage(NullPointerException exception) {
            NullPointerException copy = new NullPointerException(exception.getMessage());
            copy.setStackTrace(exception.getStackTrace());
            if (exception.getCause() != null) {
                copy.initCause(exception.getCause());
            }
            Stream.of(exception.getSuppressed()).forEach(copy::addSuppressed);
            return copy;
        }
    }

    private static final class ContextObjectInputStream extends ObjectInputStream {

        ContextObjectInputStream(ByteArrayInputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(
                        description.getName(), false, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}

package org.isolatedmounts.internal.fork.failure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.failure.KnownObjects;
import org.isolatedmounts.internal.failure.KnownTypes;
import org.isolatedmounts.internal.failure.StandIns;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.opentest4j.ValueWrapper;

/**
 * Java serialisation, for the few objects that cross to the host JVM whole: as far as the host rebuilds them. Another
 * throwable is written as its stand-in, another object as {@code null}, so that an exception with an odd field still
 * arrives as what it is.
 */
public final class Serialization {

    /** The host knows the class of the test besides, and may refuse a little more; the description remains, then. */
    private static final KnownTypes KNOWN = new KnownTypes(Optional.empty());

    private final Texts texts = new Texts();
    private final StackTraces traces = new StackTraces();
    private final StandIns standIns = new StandIns();
    private boolean lost;

    /** The bytes of what could be written within a limit. */
    public byte[] write(Object object, int limit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ReplacingObjectOutputStream(new Bounded(bytes, limit))) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Whether what was written lacks something of a text or a stack trace. */
    boolean hasCut() {
        return texts.hasCut() || traces.hasCut();
    }

    static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader);
        return KnownObjects.read(bytes, loader, KNOWN);
    }

    private final class ReplacingObjectOutputStream extends ObjectOutputStream {

        ReplacingObjectOutputStream(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected @Nullable Object replaceObject(Object object) {
            if (object.getClass() == NullPointerException.class) {
                return withMessage((NullPointerException) object);
            } else if (object instanceof String text) {
                return texts.cut(text);
            } else if (object instanceof StackTraceElement[] trace) {
                return traces.cut(trace);
            } else if (object instanceof ValueWrapper value) {
                return wholeOrText(value);
            } else if (object instanceof ClassSource || object instanceof MethodSource) {
                return byName(object);
            }
            boolean known = KNOWN.contains(object.getClass());
            if (known && object instanceof Serializable) {
                return object;
            }
            lost = true;
            return object instanceof Throwable throwable ? Likenesses.standIn(throwable, standIns) : null;
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            if (StandIns.isMade(type)) {
                write(1);
                writeUTF(StandIns.kindOf(type).name());
                writeUTF(type.getSimpleName());
            } else if (!KNOWN.contains(type)) {
                // a class that an object has as a value
                throw new InvalidClassException(type.getName(), "not rebuilt in the host JVM");
            }
        }

        /** The JVM computes what was null when it is asked, and only where it was thrown. */
        private NullPointerException withMessage(NullPointerException exception) {
            NullPointerException copy = new NullPointerException(exception.getMessage());
            copy.setStackTrace(exception.getStackTrace());
            if (exception.getCause() != null) {
                copy.initCause(exception.getCause());
            }
            Stream.of(exception.getSuppressed()).forEach(copy::addSuppressed);
            return copy;
        }
    }

    /** A value that arrived with a hole in it would be another one. */
    private static ValueWrapper wholeOrText(ValueWrapper wrapper) {
        Object value = wrapper.getValue();
        if (value == null ? wrapper.getType() == null : KNOWN.contains(value.getClass()) && isWhole(value)) {
            return wrapper;
        }
        return asText(wrapper);
    }

    private static boolean isWhole(Object value) {
        if (value instanceof String) {
            // it is cut where it is written
            return true;
        }
        try {
            Serialization trial = new Serialization();
            read(trial.write(value, Limits.SOURCE));
            return !trial.lost && !trial.hasCut();
        } catch (Exception | LinkageError | StackOverflowError e) {
            return false;
        }
    }

    private static ValueWrapper asText(ValueWrapper wrapper) {
        String text = wrapper.getStringRepresentation();
        return ValueWrapper.create(text, text);
    }

    /** As tests have it, it holds the class itself, too. */
    private static Object byName(Object source) {
        if (source instanceof MethodSource method) {
            return MethodSource.from(method.getClassName(), method.getMethodName(), method.getMethodParameterTypes());
        }
        ClassSource ofClass = (ClassSource) source;
        return ClassSource.from(ofClass.getClassName(), ofClass.getPosition().orElse(null));
    }

    /** Gives up at once: the rest may be larger than the memory. */
    private static final class Bounded extends OutputStream {

        private final OutputStream out;
        private int left;

        Bounded(OutputStream out, int limit) {
            this.out = out;
            this.left = limit;
        }

        @Override
        public void write(int value) throws IOException {
            take(1);
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            take(length);
            out.write(bytes, offset, length);
        }

        private void take(int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new IOException("more than a fork sends");
            }
        }
    }
}

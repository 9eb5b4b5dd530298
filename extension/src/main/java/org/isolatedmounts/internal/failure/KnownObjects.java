package org.isolatedmounts.internal.failure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.isolatedmounts.internal.event.Failure.Kind;

/** Reads back objects of {@link KnownTypes} and stand-ins, and nothing else: no other class is so much as initialised. */
public final class KnownObjects extends ObjectInputStream {

    /** Deeper than any chain of causes that people make, and far from the end of a thread's stack. */
    private static final int DEPTH = 500;

    private static final int REFERENCES = 500_000;
    private static final int ARRAY = 5_000_000;

    private final ClassLoader loader;
    private final KnownTypes known;
    private final StandIns standIns = new StandIns();

    private KnownObjects(byte[] bytes, ClassLoader loader, KnownTypes known) throws IOException {
        super(new ByteArrayInputStream(bytes));
        this.loader = loader;
        this.known = known;
        setObjectInputFilter(this::check);
    }

    /**
     * Reads one object.
     *
     * @throws IOException also if the object, or one in it, is not to be had here
     */
    public static Object read(byte[] bytes, ClassLoader loader, KnownTypes known)
            throws IOException, ClassNotFoundException {
        try (KnownObjects in = new KnownObjects(bytes, loader, known)) {
            return in.readObject();
        }
    }

    private ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
        if (info.depth() > DEPTH || info.references() > REFERENCES || info.arrayLength() > ARRAY) {
            return ObjectInputFilter.Status.REJECTED;
        }
        Class<?> type = info.serialClass();
        if (type == null) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        return known.contains(type) ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
    }

    /** Before the JDK looks into the class, which would initialise it. */
    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        if (read() >= 0) {
            return standIns.type(Kind.valueOf(readUTF()), description.getName(), readUTF());
        }
        Class<?> type = load(description);
        if (!known.contains(type)) {
            throw new InvalidClassException(description.getName(), "not rebuilt in the host JVM");
        }
        return type;
    }

    private Class<?> load(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        try {
            return Class.forName(description.getName(), false, loader);
        } catch (ClassNotFoundException e) {
            return super.resolveClass(description);
        }
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
        throw new InvalidClassException("a proxy is not rebuilt in the host JVM");
    }
}

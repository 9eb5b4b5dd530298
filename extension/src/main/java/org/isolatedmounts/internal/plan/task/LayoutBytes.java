package org.isolatedmounts.internal.plan.task;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** A layout as a value, on its way between a fork and the host JVM. */
public final class LayoutBytes {

    /** Tells a fork which layout it has, in Base64. */
    public static final String PARAMETER = "isolatedmounts.internal.layout";

    /**
     * Who provides a layout may have forged it: nothing but mounts and their attributes is read, and nothing that hashes what it
     * reads.
     */
    private static final ObjectInputFilter MOUNTS_ONLY = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxrefs=5000000;maxarray=1000000;org.isolatedmounts.*;org.isolatedmounts.layout.*;"
                    + "java.lang.Object;java.lang.String;java.lang.Boolean;java.lang.Number;java.lang.Long;java.lang.Enum;"
                    + "java.lang.Class;java.util.TreeMap;java.util.ArrayList;!*");

    private LayoutBytes() {}

    public static byte[] write(Serializable layout) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(layout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a layout.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(MOUNTS_ONLY);
            return type.cast(in.readObject());
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            throw new IllegalArgumentException("not a layout: " + e.getMessage(), e);
        }
    }
}

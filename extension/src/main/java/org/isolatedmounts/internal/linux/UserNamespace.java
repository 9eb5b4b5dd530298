package org.isolatedmounts.internal.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The user namespace of this process, see user_namespaces(7). */
public final class UserNamespace {

    private static final String EVERY_ID = "[0, 0, 4294967295]";

    private static final boolean INITIAL = readMap();

    private UserNamespace() {}

    /** Whether it is the first one of the machine: in others, root is an ordinary user. */
    public static boolean isInitial() {
        return INITIAL;
    }

    private static boolean readMap() {
        try {
            String map = Files.readString(Path.of("/proc/self/uid_map")).strip();
            return Arrays.toString(map.split("\\s+")).equals(EVERY_ID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.isolatedmounts.namespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process may do. */
final class Privilege {

    private static final int CAP_SYS_ADMIN = 21;

    private Privilege() {}

    /** Whether it may make and enter mount namespaces without a new user namespace. */
    static boolean mayAdminister() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("CapEff:".length()).strip(), 16))
                .anyMatch(effective -> (effective >> CAP_SYS_ADMIN & 1) == 1);
    }
}

package org.isolatedmounts.internal.launch;

import java.nio.file.Path;

/** The JDK of the host JVM, which the supervisor and the forks use too. */
final class JavaHome {

    private JavaHome() {}

    static Path path() {
        return Path.of(System.getProperty("java.home"));
    }

    static String executable() {
        return path().resolve("bin/java").toString();
    }
}

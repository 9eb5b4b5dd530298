package org.isolatedmounts.internal.launch;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The JDK of the host JVM, which the supervisor and the forks use too. */
final class JavaHome {

    private JavaHome() {}

    static Path path() {
        return Path.of(System.getProperty("java.home"));
    }

    /** It, and the directories in it without which it does not run: the whole is not hidden by a mount on one of them. */
    static Stream<Path> parts() {
        return Stream.concat(
                Stream.of(path()), Stream.of("bin", "conf", "lib", "lib/server").map(path()::resolve));
    }

    static String executable() {
        return path().resolve("bin/java").toString();
    }
}

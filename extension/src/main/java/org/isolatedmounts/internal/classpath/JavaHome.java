package org.isolatedmounts.internal.classpath;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The JDK of the host JVM, which the supervisor and the forks use too. */
public final class JavaHome {

    private JavaHome() {}

    public static Path path() {
        return Path.of(System.getProperty("java.home"));
    }

    /** It, and the directories in it without which it does not run: the whole is not hidden by a mount on one of them. */
    public static Stream<Path> parts() {
        return Stream.concat(
                Stream.of(path()), Stream.of("bin", "conf", "lib", "lib/server").map(path()::resolve));
    }

    public static String executable() {
        return path().resolve("bin/java").toString();
    }
}

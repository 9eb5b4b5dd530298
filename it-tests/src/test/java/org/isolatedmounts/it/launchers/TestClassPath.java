package org.isolatedmounts.it.launchers;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;

/** What the sample project needs, found on the class path of this build. */
public final class TestClassPath {

    private TestClassPath() {}

    static List<Path> all() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    /** isolated-mounts, as a jar or, before that is made, as a directory, and what it needs at run time. */
    public static List<Path> extension() throws Exception {
        return Stream.concat(Stream.of(of(IsolatedMounts.class)), jars("jnr-|jffi-|asm-"))
                .toList();
    }

    public static Path of(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    static List<Path> junit() {
        return jars("junit-(jupiter|platform)-|opentest4j-|apiguardian-").toList();
    }

    private static Stream<Path> jars(String prefix) {
        return all().stream().filter(entry -> entry.getFileName().toString().matches("(" + prefix + ").*\\.jar"));
    }

    public static String join(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

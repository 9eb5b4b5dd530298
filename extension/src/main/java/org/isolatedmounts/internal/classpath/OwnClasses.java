package org.isolatedmounts.internal.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Our classes, loaded before they are needed in a place where their files cannot be opened: a thread in the namespace of a
 * fork would look for them below what is mounted for the test, and a test may use up all file descriptors.
 */
public final class OwnClasses {

    private static final Path INTERNAL = Path.of("org", "isolatedmounts", "internal");

    private OwnClasses() {}

    /**
     * Loads packages of {@code internal}, and those below them, from a directory. A jar that one class was loaded from is open, and
     * stays so.
     */
    public static void load(String... packages) {
        URL source = OwnClasses.class.getProtectionDomain().getCodeSource().getLocation();
        // as the built-in class loader writes it: to ask the file system takes a JVM that has just begun a millisecond
        if (!source.getPath().endsWith("/")) {
            return;
        }
        Path classes = Path.of(URI.create(source.toString()));
        try {
            for (String each : packages) {
                loadPackage(classes, INTERNAL.resolve(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void loadPackage(Path classes, Path directory) throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.walk(classes.resolve(directory))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = classes.relativize(file).toString();
                if (name.endsWith(".class") && !name.endsWith("package-info.class")) {
                    Class.forName(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                }
            }
        }
    }
}

package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * The supervisor's classes, loaded before a thread enters the namespace of a fork: there it would look for their files
 * below what is mounted for the test.
 */
final class OwnClasses {

    private static final Path INTERNAL = Path.of("org", "isolatedmounts", "internal");
    private static final List<String> PACKAGES = List.of("supervisor", "linux", "plan", "event", "wire");

    private OwnClasses() {}

    static void load() {
        try {
            // a jar that is open stays readable; looking for what no jar has opens them all
            ClassLoader.getSystemClassLoader()
                    .getResources("org/isolatedmounts/in-no-jar")
                    .hasMoreElements();
            CodeSource source = OwnClasses.class.getProtectionDomain().getCodeSource();
            Path classes = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(classes)) {
                for (String each : PACKAGES) {
                    loadPackage(classes, INTERNAL.resolve(each));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void loadPackage(Path classes, Path directory) throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.list(classes.resolve(directory))) {
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

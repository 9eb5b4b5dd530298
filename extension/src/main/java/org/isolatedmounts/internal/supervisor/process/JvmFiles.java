package org.isolatedmounts.internal.supervisor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.LayoutPlan;

/**
 * What a JVM needs to boot and has outside of its JDK: what symbolic links in the JDK lead to, as a distribution puts
 * its configuration into {@code /etc}; the dynamic loader; and the libraries that the loader maps.
 */
public final class JvmFiles {

    /** Where the dynamic loader is asked for by a name that the compiler has written into the program. */
    private static final List<Path> LOADER_DIRECTORIES = List.of(Path.of("/lib64"), Path.of("/lib"));

    /** The path at which each is looked for, and the path of the file without symbolic links. */
    private final Map<Path, Path> realPaths = new LinkedHashMap<>();

    private JvmFiles() {}

    /** Those of the JVM that asks, which is of the same JDK as the forks; not what it has below a directory of its own. */
    static JvmFiles ofThisJvm(Path ownDirectory) {
        JvmFiles files = new JvmFiles();
        try {
            files.find(ownDirectory);
        } catch (IOException | UncheckedIOException e) {
            // a JVM that lacks something under a layout says so itself
        }
        return files;
    }

    private void find(Path ownDirectory) throws IOException {
        Path jdk = Path.of(System.getProperty("java.home")).toRealPath();
        for (Path directory : List.of(jdk.resolve("bin"), jdk.resolve("conf"), jdk.resolve("lib"))) {
            addLinks(jdk, directory);
        }
        List<Path> libraries;
        try (Stream<String> mapped = Files.lines(Path.of("/proc/self/maps"), ISO_8859_1)) {
            libraries = mapped.filter(line -> line.contains(" r-xp ") && line.indexOf('/') > 0)
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .filter(file -> !file.startsWith(jdk) && !file.startsWith(ownDirectory))
                    .filter(Files::exists)
                    .distinct()
                    .toList();
        }
        for (Path library : libraries) {
            addLibrary(library);
        }
    }

    /** Those that a mount of a layout may hide. */
    public Stream<KeptPath> below(LayoutPlan layout) {
        List<Path> mountPoints = layout.mounts().stream()
                .map(mount -> Path.of(mount.mountPoint()))
                .flatMap(point -> Stream.of(point, real(point)))
                .toList();
        return realPaths.entrySet().stream()
                .filter(file -> mountPoints.stream()
                        .anyMatch(point -> file.getKey().startsWith(point)
                                || file.getValue().startsWith(point)))
                .map(file -> KeptPath.read(file.getKey().toString()));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // not there yet, so nothing is below it
            return path;
        }
    }

    private void addLinks(Path jdk, Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path link : (Iterable<Path>) all.filter(Files::isSymbolicLink)::iterator) {
                Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
                Path real = real(target);
                if (Files.exists(real) && !real.startsWith(jdk)) {
                    realPaths.put(target, real);
                }
            }
        }
    }

    /** By its own name and by those under which the loader looks for it. */
    private void addLibrary(Path library) throws IOException {
        realPaths.put(library, library);
        String name = library.getFileName().toString();
        int suffix = name.indexOf(".so");
        addNames(library, library.resolveSibling(""), suffix < 0 ? name : name.substring(0, suffix));
        if (name.startsWith("ld-")) {
            for (Path directory : LOADER_DIRECTORIES) {
                addNames(library, directory, "ld-");
            }
        }
    }

    private void addNames(Path library, Path directory, String prefix) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> siblings = Files.list(directory)) {
                siblings.filter(sibling -> sibling.getFileName().toString().startsWith(prefix))
                        .filter(sibling -> real(sibling).equals(library))
                        .forEach(sibling -> realPaths.put(sibling, library));
            }
        }
    }
}

package org.isolatedmounts.it.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.BuildOutput;
import org.isolatedmounts.it.harness.ExtensionJar;
import org.isolatedmounts.it.harness.FileTree;

/**
 * A local repository for Maven that shows the user's own, through symbolic links, and on top of it isolated-mounts as this
 * build made it. The user's own never sees that.
 */
final class LocalRepository {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private LocalRepository() {}

    private static final class Made {

        private static final Path REPOSITORY = makeOrFail();

        private static Path makeOrFail() {
            try {
                return createAnew(BuildOutput.ofThisJvm("repository"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Made once, so that all samples have the same jars in the same places. */
    static Path ofThisJvm() {
        return Made.REPOSITORY;
    }

    private static Path createAnew(Path repository) throws IOException {
        FileTree.delete(repository);
        Path users =
                Path.of(System.getProperty("it.local-repository", System.getProperty("user.home") + "/.m2/repository"));
        Files.createDirectory(repository);
        link(users, repository, Set.of("org"));
        link(users.resolve("org"), Files.createDirectory(repository.resolve("org")), Set.of("isolatedmounts"));
        Path checkout = ExtensionJar.checkout();
        Path group = Files.createDirectory(repository.resolve("org/isolatedmounts"));
        Files.copy(checkout.resolve("pom.xml"), file(group, "isolated-mounts-parent", "pom"));
        Files.copy(checkout.resolve("extension/pom.xml"), file(group, "isolated-mounts", "pom"));
        ExtensionJar.copyTo(file(group, "isolated-mounts", "jar"));
        return repository;
    }

    private static void link(Path from, Path to, Set<String> without) throws IOException {
        for (Path entry : list(from)) {
            if (!without.contains(entry.getFileName().toString())) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            }
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    private static Path file(Path group, String artifact, String type) throws IOException {
        Path directory = Files.createDirectories(group.resolve(artifact).resolve(VERSION));
        return directory.resolve(artifact + "-" + VERSION + "." + type);
    }
}

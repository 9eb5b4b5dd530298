package org.isolatedmounts.it.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.ExtensionJar;

/**
 * A local repository for Maven that shows the user's own, through symbolic links, and on top of it isolated-mounts as this
 * build made it. The user's own never sees that.
 */
final class LocalRepository {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private LocalRepository() {}

    static Path createIn(Path directory) throws IOException {
        Path users =
                Path.of(System.getProperty("it.local-repository", System.getProperty("user.home") + "/.m2/repository"));
        Path repository = Files.createDirectory(directory.resolve("repository"));
        link(users, repository, Set.of("org"));
        link(users.resolve("org"), Files.createDirectory(repository.resolve("org")), Set.of("isolatedmounts"));
        Path checkout = ExtensionJar.checkout();
        Path group = Files.createDirectory(repository.resolve("org/isolatedmounts"));
        Files.copy(checkout.resolve("pom.xml"), file(group, "isolated-mounts-parent", "pom"));
        Files.copy(checkout.resolve("extension/pom.xml"), file(group, "isolated-mounts", "pom"));
        ExtensionJar.copyTo(file(group, "isolated-mounts", "jar"));
        return repository;
    }

    /** Takes the links away before anybody deletes the directory around them. */
    static void removeLinks(Path repository) throws IOException {
        for (Path directory : List.of(repository.resolve("org"), repository)) {
            for (Path entry : list(directory)) {
                if (Files.isSymbolicLink(entry)) {
                    Files.delete(entry);
                }
            }
        }
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

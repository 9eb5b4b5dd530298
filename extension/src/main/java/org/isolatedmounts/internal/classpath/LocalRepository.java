package org.isolatedmounts.internal.classpath;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A local repository of Maven: the one in which our jar is, or the user's. */
final class LocalRepository {

    private static final List<String> ARTIFACTS = List.of(
            "com/github/jnr/jnr-ffi",
            "com/github/jnr/jffi",
            "com/github/jnr/jnr-a64asm",
            "com/github/jnr/jnr-x86asm",
            "org/ow2/asm/asm",
            "org/ow2/asm/asm-tree",
            "org/ow2/asm/asm-commons",
            "org/ow2/asm/asm-analysis",
            "org/ow2/asm/asm-util");

    /** Group, artifact and version: {@code org/isolatedmounts/isolated-mounts/1.0/isolated-mounts-1.0.jar}. */
    private static final int NAMES_OF_OUR_JAR = 5;

    private LocalRepository() {}

    /** Those of jnr-ffi and of all that it depends on, each in its newest version; empty if one is missing. */
    static Optional<List<Path>> jarsOfJnr(Path ourJar) {
        return Stream.of(around(ourJar), Path.of(System.getProperty("user.home"), ".m2/repository"))
                .flatMap(repository -> jarsOfJnrIn(repository).stream())
                .findFirst();
    }

    private static Path around(Path ourJar) {
        Path repository = ourJar.toAbsolutePath();
        for (int names = 0; names < NAMES_OF_OUR_JAR; names++) {
            repository = repository.resolveSibling("");
        }
        return repository;
    }

    private static Optional<List<Path>> jarsOfJnrIn(Path repository) {
        List<Path> jars = new ArrayList<>();
        for (String artifact : ARTIFACTS) {
            List<Path> found = newest(repository.resolve(artifact));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            jars.addAll(found);
        }
        return Optional.of(jars);
    }

    private static List<Path> newest(Path artifact) {
        return list(artifact).stream()
                .filter(version -> !jars(version).isEmpty())
                .max(Comparator.comparing(version -> Version.parse(String.valueOf(version.getFileName()))))
                .map(LocalRepository::jars)
                .orElse(List.of());
    }

    private static List<Path> jars(Path version) {
        return list(version).stream()
                .filter(file ->
                        file.toString().endsWith(".jar") && !file.toString().matches(".*-(sources|javadoc).jar"))
                .toList();
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

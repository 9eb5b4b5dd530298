package org.isolatedmounts.internal.classpath;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** A repository, then group and artifact, version, and the name of the jar. */
    private static final Pattern OUR_JAR = Pattern.compile("(.*)/org/isolatedmounts/isolated-mounts/[^/]+/[^/]+");

    private LocalRepository() {}

    /** Those of jnr-ffi and of all that it depends on, each in its newest version; empty if one is missing. */
    static Optional<List<Path>> jarsOfJnr(Path ourJar) {
        Matcher inRepository = OUR_JAR.matcher(ourJar.toString());
        Stream<Path> around = inRepository.matches() ? Stream.of(Path.of(inRepository.group(1))) : Stream.of();
        return Stream.concat(around, Stream.of(Path.of(System.getProperty("user.home"), ".m2/repository")))
                .flatMap(repository -> jarsOfJnrIn(repository).stream())
                .findFirst();
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
                .filter(version ->
                        name(version).matches("\\d.*") && !jars(version).isEmpty())
                .max(Comparator.comparing(version -> Version.parse(name(version))))
                .map(LocalRepository::jars)
                .orElse(List.of());
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
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

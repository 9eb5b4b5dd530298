package org.isolatedmounts.internal.launch.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.classpath.CodeSources;
import org.isolatedmounts.internal.classpath.JavaHome;
import org.isolatedmounts.internal.plan.JavaCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/**
 * What all forks load before they come to any test: our jar and those of JUnit. A JVM maps such classes from an archive
 * in half of the time, if the jars stand first on its class path, just as they stood when the archive was written.
 */
public final class ArchivedClasses {

    private static final String MAIN = "org.isolatedmounts.internal.fork.ArchiveMain";

    private ArchivedClasses() {}

    /** The class path with the shared jars first; in them is nothing that the order could hide. */
    static List<Path> first(List<Path> classPath) {
        Set<Path> ordered = new LinkedHashSet<>(jars());
        ordered.retainAll(classPath);
        ordered.addAll(classPath);
        return List.copyOf(ordered);
    }

    /**
     * The command that goes through a fork's start and end. There is none if we are no jar, as only jars are archived, or if
     * the user wants no archive.
     */
    public static Optional<JavaCommand> archiveCommand() {
        Set<Path> jars = jars();
        List<String> options = JvmOptions.build(ArchivedClasses.class);
        if (options.contains(JvmOptions.NO_SHARING)
                || CodeSources.of(ArchivedClasses.class).filter(jars::contains).isEmpty()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>(
                options.stream().filter(option -> option.startsWith("-X")).toList());
        arguments.add("-cp");
        arguments.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        arguments.add(MAIN);
        return Optional.of(new JavaCommand(JavaHome.executable(), arguments, "/", Map.of()));
    }

    /** The file of the cache directory that keeps the archive for later runs; another JDK or jar, another file. */
    public static String cacheFile(Path directory, JavaCommand archiveCommand) {
        String key = Stream.concat(
                        Stream.of(System.getProperty("java.vm.version"), archiveCommand.toString()),
                        jars().stream().map(ArchivedClasses::stamp))
                .collect(Collectors.joining("\n"));
        return directory
                .resolve(UUID.nameUUIDFromBytes(key.getBytes(UTF_8)) + ".jsa")
                .toString();
    }

    private static String stamp(Path jar) {
        try {
            return Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException e) {
            // no JVM is going to find the classes in it, with an archive or without
            return e.toString();
        }
    }

    private static Set<Path> jars() {
        return Stream.of(
                        ArchivedClasses.class,
                        Launcher.class,
                        TestEngine.class,
                        JupiterTestEngine.class,
                        Test.class,
                        JUnitException.class,
                        AssertionFailedError.class)
                .flatMap(type -> CodeSources.of(type).stream())
                .filter(Files::isRegularFile)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

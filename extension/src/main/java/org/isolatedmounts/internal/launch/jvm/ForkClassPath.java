package org.isolatedmounts.internal.launch.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.isolatedmounts.internal.classpath.CodeSources;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.launcher.Launcher;

/** The class path of a fork: the tests' own, completed by whatever the host JVM loaded from elsewhere. */
public final class ForkClassPath {

    private ForkClassPath() {}

    public static List<Path> build(Class<?> testClass) {
        Set<Path> entries = new LinkedHashSet<>(declared());
        entries.addAll(LoaderEntries.of(testClass.getClassLoader()));
        Stream.of(testClass, ForkClassPath.class, JupiterTestEngine.class, Launcher.class)
                .flatMap(type -> CodeSources.of(type).stream())
                .forEach(entries::add);
        return ArchivedClasses.first(List.copyOf(entries));
    }

    /** What Surefire says if its own class path is a jar with nothing but a manifest, else the JVM's. */
    private static List<Path> declared() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }
}

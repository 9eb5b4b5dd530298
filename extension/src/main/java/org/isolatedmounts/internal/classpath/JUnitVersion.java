package org.isolatedmounts.internal.classpath;

import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** JUnit is the user's choice, in three jars that each may be too old, or missing. */
final class JUnitVersion {

    /**
     * One of the jars.
     *
     * @param anyVersion a class that it always had
     * @param sinceNeeded a class that came with the first version which is new enough
     */
    record Part(String artifact, String anyVersion, String sinceNeeded) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    "org.junit.jupiter:junit-jupiter-api",
                    "org.junit.jupiter.api.Test",
                    "org.junit.jupiter.api.extension.TestInstantiationAwareExtension"),
            new Part(
                    "org.junit.platform:junit-platform-engine",
                    "org.junit.platform.engine.TestEngine",
                    "org.junit.platform.engine.reporting.FileEntry"),
            new Part(
                    "org.junit.platform:junit-platform-launcher",
                    "org.junit.platform.launcher.Launcher",
                    "org.junit.platform.launcher.MethodFilter"));

    private JUnitVersion() {}

    static Optional<String> problem() {
        return problem(JUnitVersion.class.getClassLoader());
    }

    static Optional<String> problem(ClassLoader loader) {
        return missing(loader).or(() -> tooOld(loader));
    }

    private static Optional<String> missing(ClassLoader loader) {
        String missing = PARTS.stream()
                .filter(part -> load(loader, part.anyVersion()).isEmpty())
                .map(Part::artifact)
                .collect(Collectors.joining(" and "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("isolated-mounts does not find " + missing + " on the class path from which it was loaded"
                        + " itself. Fix: add it to the test dependencies, in the version of the rest of JUnit.");
    }

    private static Optional<String> tooOld(ClassLoader loader) {
        String tooOld = PARTS.stream()
                .filter(part -> load(loader, part.sinceNeeded()).isEmpty())
                .map(part -> describe(part, load(loader, part.anyVersion()).orElseThrow()))
                .distinct()
                .collect(Collectors.joining(" and "));
        return tooOld.isEmpty()
                ? Optional.empty()
                : Optional.of("isolated-mounts needs JUnit 5.12 (JUnit Platform 1.12) or later but finds " + tooOld
                        + ". Fix: raise the version of JUnit, with Maven or Gradle by importing org.junit:junit-bom"
                        + " before any other BOM that manages it.");
    }

    private static Optional<Class<?>> load(ClassLoader loader, String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static String describe(Part part, Class<?> type) {
        String title =
                Optional.ofNullable(type.getPackage().getImplementationTitle()).orElse(part.artifact());
        String version = Optional.ofNullable(type.getPackage().getImplementationVersion())
                .or(() -> Optional.ofNullable(type.getModule().getDescriptor()).flatMap(module -> module.rawVersion()))
                .orElse("of unknown version");
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return title + " " + version
                + (source == null ? "" : " (" + source.getLocation().getPath() + ")");
    }
}

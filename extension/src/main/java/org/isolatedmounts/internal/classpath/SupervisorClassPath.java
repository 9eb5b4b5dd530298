package org.isolatedmounts.internal.classpath;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Our jar and what jnr-ffi needs, found where this JVM would load them from; it loads none of it. */
public final class SupervisorClassPath {

    private static final List<String> REQUIRED = List.of(
            "org/isolatedmounts/internal/supervisor/SupervisorMain.class",
            "jnr/ffi/LibraryLoader.class",
            "com/kenai/jffi/Library.class",
            "jni/x86_64-Linux/libjffi-1.2.so",
            "jnr/a64asm/Assembler_A64.class",
            "jnr/x86asm/Assembler.class",
            "org/objectweb/asm/ClassVisitor.class",
            "org/objectweb/asm/tree/ClassNode.class",
            "org/objectweb/asm/commons/Method.class",
            "org/objectweb/asm/tree/analysis/Analyzer.class",
            "org/objectweb/asm/util/Printer.class");

    private SupervisorClassPath() {}

    /** What is not found of it, and the fix; empty if all is there. */
    public static Optional<String> problem() {
        return REQUIRED.stream()
                .filter(resource -> source(resource).isEmpty())
                .findFirst()
                .map(resource -> "isolated-mounts does not find " + resource
                        + " on the class path. Fix: do not exclude com.github.jnr:jnr-ffi or what it depends on.");
    }

    /** As far as it is found. */
    public static String build() {
        Set<Path> entries = new LinkedHashSet<>();
        REQUIRED.forEach(resource -> source(resource).ifPresent(entries::add));
        return join(entries);
    }

    /** Also where our jar runs alone, if what it needs is in a local repository of Maven. */
    public static Optional<String> find() {
        return problem().isEmpty()
                ? Optional.of(build())
                : CodeSources.of(SupervisorClassPath.class)
                        .flatMap(ours -> LocalRepository.jarsOfJnr(ours).map(jars -> {
                            Set<Path> entries = new LinkedHashSet<>(List.of(ours));
                            entries.addAll(jars);
                            return join(entries);
                        }));
    }

    private static Optional<Path> source(String resource) {
        return CodeSources.of(SupervisorClassPath.class.getClassLoader(), resource);
    }

    private static String join(Set<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

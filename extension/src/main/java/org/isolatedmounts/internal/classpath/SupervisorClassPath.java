package org.isolatedmounts.internal.classpath;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Each is looked for once; nothing if it is not found. */
    private static final Map<String, Optional<Path>> SOURCES = sources();

    private SupervisorClassPath() {}

    private static Map<String, Optional<Path>> sources() {
        ClassLoader loader = SupervisorClassPath.class.getClassLoader();
        Map<String, Optional<Path>> sources = new LinkedHashMap<>();
        REQUIRED.forEach(resource -> sources.put(resource, CodeSources.of(loader, resource)));
        return sources;
    }

    /** What is not found of it, and the fix; empty if all is there. */
    public static Optional<String> problem() {
        return SOURCES.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .findFirst()
                .map(missing -> "isolated-mounts does not find " + missing.getKey()
                        + " on the class path. Fix: do not exclude com.github.jnr:jnr-ffi or what it depends on.");
    }

    /** As far as it is found. */
    public static String build() {
        return join(SOURCES.values().stream().flatMap(Optional::stream));
    }

    /** Even if our jar runs alone, if what it needs is in a local repository of Maven. */
    public static Optional<String> find() {
        return problem().isEmpty()
                ? Optional.of(build())
                : CodeSources.of(SupervisorClassPath.class)
                        .flatMap(ours -> LocalRepository.jarsOfJnr(ours)
                                .map(jars -> join(Stream.concat(Stream.of(ours), jars.stream()))));
    }

    private static String join(Stream<Path> entries) {
        return entries.distinct().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

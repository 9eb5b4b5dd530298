package org.isolatedmounts.internal.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Our jar and what jnr-ffi needs, found where the host JVM would load them from; the host loads none of it. */
final class SupervisorClassPath {

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

    static String build() {
        ClassLoader loader = SupervisorClassPath.class.getClassLoader();
        Set<Path> entries = new LinkedHashSet<>();
        for (String resource : REQUIRED) {
            entries.add(
                    CodeSources.of(loader, resource)
                            .orElseThrow(
                                    () -> new IsolationUnavailableException(
                                            "isolated-mounts does not find " + resource
                                                    + " on the class path. Fix: do not exclude com.github.jnr:jnr-ffi or what it depends on.")));
        }
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

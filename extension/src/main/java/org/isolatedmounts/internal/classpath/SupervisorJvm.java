package org.isolatedmounts.internal.classpath;

import java.util.ArrayList;
import java.util.List;

/** The command of a JVM that makes system calls. */
public final class SupervisorJvm {

    private SupervisorJvm() {}

    /**
     * All of it but the main class and its arguments.
     *
     * @param temporaryDirectory where jffi unpacks its native library
     */
    public static List<String> command(String classPath, String temporaryDirectory) {
        List<String> words = new ArrayList<>();
        words.add(JavaHome.executable());
        words.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-XX:+ErrorFileToStderr",
                "-Xmx128m",
                // its assembler passes garbage as the sixth integer argument of a system call
                "-Djnr.ffi.x86asm.enabled=false",
                "-Djava.io.tmpdir=" + temporaryDirectory,
                "--enable-native-access=ALL-UNNAMED"));
        words.addAll(List.of("-cp", classPath));
        return words;
    }
}

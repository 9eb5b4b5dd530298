package org.isolatedmounts.namespace;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a JVM like this one: the same JDK, class path and user. */
final class TaskCommand {

    private TaskCommand() {}

    static List<String> of(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto"));
        words.addAll(List.of("-Djnr.ffi.x86asm.enabled=false", "--enable-native-access=ALL-UNNAMED"));
        // in a user namespace of its own the user's name would be root
        words.add("-Duser.name=" + System.getProperty("user.name"));
        words.add("-Duser.home=" + System.getProperty("user.home"));
        if (main.desiredAssertionStatus()) {
            words.add("-ea");
        }
        words.addAll(List.of("-cp", classPath(), main.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    /** Surefire keeps the class path of the tests in a property of its own, and the other one may be a jar of its own. */
    private static String classPath() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}

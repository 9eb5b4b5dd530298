package org.isolatedmounts.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.it.harness.HostMain;

/** The command lines that are measured. */
final class Commands {

    /** On every Linux machine, and empty on most. */
    static final String MOUNT_POINT = "/mnt";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private Commands() {}

    static List<String> bareJava() {
        return List.of(JAVA, "-cp", CLASS_PATH, Trivial.class.getName());
    }

    /** One test in a mount namespace of its own, as somebody would write it down without this project. */
    static List<String> byHand(Path consoleLauncher) throws IOException {
        boolean root = Files.readAllLines(Path.of("/proc/self/status")).contains("Uid:\t0\t0\t0\t0");
        List<String> words = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        if (!root) {
            words.addAll(List.of("--user", "--map-root-user"));
        }
        words.addAll(List.of("sh", "-c", "mount -t tmpfs tmpfs \"$1\" && shift && exec \"$@\"", "sh", MOUNT_POINT));
        words.addAll(List.of(JAVA, "-jar", consoleLauncher.toString(), "execute", "--disable-banner"));
        words.addAll(List.of("--class-path", CLASS_PATH, "--select-class", PlainTestCase.class.getName()));
        return words;
    }

    /** A host JVM that runs the class which its standard input names. */
    static List<String> host(Path output) {
        return List.of(JAVA, "-cp", CLASS_PATH, HostMain.class.getName(), output.toString());
    }
}

package org.isolatedmounts.it.launchers;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Other JDKs than the one that runs the build. */
final class Jdk {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private Jdk() {}

    /** Its home; where there is none, the test is aborted, or fails where it must run. */
    static Path ofVersion(int feature) throws IOException {
        String property = "it.jdk" + feature;
        if (System.getProperty(property) != null) {
            return Path.of(System.getProperty(property));
        }
        if (Runtime.version().feature() == feature) {
            return Path.of(System.getProperty("java.home"));
        }
        List<Path> found = installed(feature);
        if (!found.isEmpty()) {
            return found.get(0);
        }
        String message = "There is no JDK " + feature + " in " + INSTALLED
                + ". Install one there, or point to it with -D" + property + "=<its directory>";
        if (Boolean.getBoolean("isolatedmounts.must-run")) {
            return fail(message + "; without -Disolatedmounts.must-run=true this test would be skipped.");
        }
        return Assumptions.<Path>abort(message);
    }

    private static List<Path> installed(int feature) throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            return homes.filter(home -> isOfVersion(home, feature)).sorted().toList();
        }
    }

    private static boolean isOfVersion(Path home, int feature) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.anyMatch(line -> line.matches("JAVA_VERSION=\"" + feature + "\\b.*"));
        } catch (IOException e) {
            return false;
        }
    }
}

package org.isolatedmounts.it.launchers;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Other JDKs than the one that runs the build. */
public final class Jdk {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private Jdk() {}

    /** Its home; where there is none, the test is aborted, or fails where it must run. */
    static Path ofVersion(int feature) throws IOException {
        Optional<Path> found = find(feature);
        if (found.isPresent()) {
            return found.get();
        }
        String message = "There is no JDK " + feature + " in " + INSTALLED
                + ". Install one there, or point to it with -D" + property(feature) + "=<its directory>";
        if (Boolean.getBoolean("isolatedmounts.must-run")) {
            return fail(message + "; without -Disolatedmounts.must-run=true this test would be skipped.");
        }
        return Assumptions.<Path>abort(message);
    }

    /** Its home, if there is one. */
    public static Optional<Path> find(int feature) throws IOException {
        if (System.getProperty(property(feature)) != null) {
            return Optional.of(Path.of(System.getProperty(property(feature))));
        }
        if (Runtime.version().feature() == feature) {
            return Optional.of(Path.of(System.getProperty("java.home")));
        }
        return installed(feature).stream().findFirst();
    }

    private static String property(int feature) {
        return "it.jdk" + feature;
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

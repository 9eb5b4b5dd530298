package org.isolatedmounts.internal.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the page of a run is written: the directory of a build's output, found as JUnit finds it, or one of the user's. */
final class ReportDirectory {

    static final String PARAMETER = "isolatedmounts.report";

    private static final String RULE = "`true`, `false`, or the path, with a `/` in it, of a directory";

    private ReportDirectory() {}

    static Optional<Path> of(String value, Path workingDirectory) {
        return switch (value) {
            case "false" -> Optional.empty();
            case "true" -> ofBuild(workingDirectory).map(output -> output.resolve("isolated-mounts"));
            default -> Optional.of(workingDirectory.resolve(path(value)));
        };
    }

    /**
     * Whether reports on failures are written, too: into JUnit's output directory, which is the working directory where there
     * is no build and nobody named another one.
     */
    static boolean hasFailureFiles(String value, Optional<String> outputDirectory, Path workingDirectory) {
        return !value.equals("false")
                && (outputDirectory.isPresent() || ofBuild(workingDirectory).isPresent());
    }

    /** Without a slash it is more likely a mistake than a directory. */
    private static Path path(String value) {
        try {
            Path path = Path.of(value);
            if (value.contains("/") && (Files.isDirectory(path) || !Files.exists(path))) {
                return path;
            }
        } catch (InvalidPathException e) {
            // told as what is no path for any other reason
        }
        throw Settings.invalid(PARAMETER, RULE, value);
    }

    /** None where the working directory is not that of a build: nobody would look for the page there. */
    private static Optional<Path> ofBuild(Path directory) {
        if (Files.exists(directory.resolve("pom.xml"))) {
            return Optional.of(directory.resolve("target"));
        }
        return hasGradleScript(directory) ? Optional.of(directory.resolve("build")) : Optional.empty();
    }

    private static boolean hasGradleScript(Path directory) {
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(directory, "*.{gradle,gradle.kts}")) {
            return scripts.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}

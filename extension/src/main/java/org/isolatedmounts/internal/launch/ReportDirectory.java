package org.isolatedmounts.internal.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isolatedmounts.internal.parameter.Parameter;

/** Where the page of a run is written: the directory of a build's output, found as JUnit finds it, or one of the user's. */
final class ReportDirectory {

    private ReportDirectory() {}

    static Optional<Path> of(String value, Path workingDirectory) {
        return switch (value) {
            case "false" -> Optional.empty();
            case "true" -> ofBuild(workingDirectory).map(output -> output.resolve("isolated-mounts"));
            default -> Optional.of(Settings.directory(Parameter.REPORT, value, workingDirectory));
        };
    }

    /**
     * Whether reports on failures are written, too: into JUnit's output directory, which is the working directory if there
     * is no build and nobody named another one.
     */
    static boolean hasFailureFiles(String value, Optional<String> outputDirectory, Path workingDirectory) {
        return !value.equals("false")
                && (outputDirectory.isPresent() || ofBuild(workingDirectory).isPresent());
    }

    /** None if the working directory does not belong to a build: nobody would look for the page there. */
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

package org.isolatedmounts.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;

class ReportDirectoryTests {

    @TempDir
    Path project;

    @ParameterizedTest
    @CsvSource({"pom.xml, target", "build.gradle, build", "build.gradle.kts, build", "settings.gradle, build"})
    void isThatOfTheBuild(String file, String output) throws Exception {
        Files.createFile(project.resolve(file));

        assertThat(ReportDirectory.of("true", project))
                .contains(project.resolve(output).resolve("isolated-mounts"));
        assertThat(ReportDirectory.of("false", project)).isEmpty();
    }

    @Test
    void whatIsNoBuildGetsNoDirectory() {
        assertThat(ReportDirectory.of("true", project)).isEmpty();
    }

    @Test
    void reportsOnFailuresAreWrittenWhereTheyAreLookedFor() throws Exception {
        assertThat(ReportDirectory.hasFailureFiles("true", Optional.empty(), project))
                .isFalse();
        assertThat(ReportDirectory.hasFailureFiles("/srv/reports", Optional.empty(), project))
                .isFalse();
        assertThat(ReportDirectory.hasFailureFiles("true", Optional.of("out"), project))
                .isTrue();

        Files.createFile(project.resolve("pom.xml"));

        assertThat(ReportDirectory.hasFailureFiles("true", Optional.empty(), project))
                .isTrue();
        assertThat(ReportDirectory.hasFailureFiles("/srv/reports", Optional.empty(), project))
                .isTrue();
        assertThat(ReportDirectory.hasFailureFiles("false", Optional.of("out"), project))
                .isFalse();
    }

    @Test
    void orOneOfTheUser() {
        assertThat(ReportDirectory.of("/srv/reports", project)).contains(Path.of("/srv/reports"));
        assertThat(ReportDirectory.of("./reports", project)).contains(project.resolve("./reports"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "TRUE", "reports", "/etc/passwd", "/a\0b"})
    void everythingElseIsAMistake(String value) {
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> ReportDirectory.of(value, project))
                .withMessage(
                        "Configuration parameter `isolatedmounts.report` must be `true`, `false`, or the path, with"
                                + " a `/` in it, of a directory but is `" + value + "`.");
    }
}

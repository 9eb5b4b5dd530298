package org.isolatedmounts.it.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin of JaCoCo, set up as its manual says; nothing in the project knows that tests run in forks. */
class CoverageTests {

    private static final Pattern METHOD = Pattern.compile("<method name=\"(\\w+)\"[^>]*>"
            + "<counter type=\"INSTRUCTION\"[^>]*/><counter type=\"BRANCH\"[^>]*/>"
            + "<counter type=\"LINE\" missed=\"(\\d+)\" covered=\"(\\d+)\"/>");

    @TempDir
    Path directory;

    @Test
    @Tag("full")
    void coversWhatRanInForksUnderEveryLayout() throws Exception {
        SampleProject project = SampleProject.copy("coverage", directory);
        SampleProject.Result result = project.mvn("test");

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("Tests run: 10, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(result.output()).doesNotContain("Exception");
        String report = Files.readString(project.directory().resolve("target/site/jacoco/jacoco.xml"));
        Map<String, String> lines = coveredLines(report);
        assertThat(lines.remove("never")).isEqualTo("0 of 3");
        assertThat(lines).hasSize(10);
        assertThat(lines.values()).as("%s", lines).containsOnly("2 of 3");
    }

    private static Map<String, String> coveredLines(String report) {
        Map<String, String> lines = new TreeMap<>();
        Matcher method = METHOD.matcher(report);
        while (method.find()) {
            int covered = Integer.parseInt(method.group(3));
            lines.put(method.group(1), covered + " of " + (covered + Integer.parseInt(method.group(2))));
        }
        return lines;
    }
}

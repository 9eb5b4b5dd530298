package org.isolatedmounts.it.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Surefire selects and runs again, it does with isolated tests as with plain ones. */
class SurefireSelectionTests {

    @TempDir
    static Path directory;

    private static SampleProject project;

    @BeforeAll
    static void copyProject() throws Exception {
        project = SampleProject.copy("outcomes", directory);
        project.addIsolatedTwins();
    }

    @ParameterizedTest
    @CsvSource("OutcomesTest#pass*+failed+skipped, 6")
    void runsWhatIsSelected(String selection, int tests) throws Exception {
        assertRuns(selection, tests);
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({
        "OutcomesTest#passed,                 2",
        "OutcomesTest#repeated,               4",
        "OutcomesTest$Inner,                  2",
        "'OutcomesTest#named,PassingTest',    4"
    })
    void runsWhateverElseIsSelected(String selection, int tests) throws Exception {
        assertRuns(selection, tests);
    }

    private static void assertRuns(String selection, int tests) throws Exception {
        SampleProject.Result result = run("-Dtest=" + selection);

        assertThat(result.output()).contains("Tests run: " + tests + ",");
        assertReportsAreTheSame();
    }

    @Test
    @Tag("full")
    void runsWhatFailedAgain() throws Exception {
        SampleProject.Result result =
                run("-Dtest=OutcomesTest#passed+failed+repeated", "-Dsurefire.rerunFailingTestsCount=1");

        assertThat(result.output()).contains("Run 1: ", "Run 2: ").doesNotContain("Run 3: ");
        assertReportsAreTheSame();
    }

    private static SampleProject.Result run(String... arguments) throws Exception {
        for (Path report : reports()) {
            Files.delete(report);
        }
        return project.mvn(
                Stream.concat(Stream.of("test"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static void assertReportsAreTheSame() throws IOException {
        assertThat(normalised("sample.plain")).isNotEmpty();
        assertThat(normalised("sample.isolated")).isEqualTo(normalised("sample.plain"));
    }

    private static Map<String, String> normalised(String packageName) throws IOException {
        Map<String, String> byClass = new TreeMap<>();
        for (Path report : reports()) {
            String name = report.getFileName().toString();
            if (name.startsWith("TEST-" + packageName)) {
                byClass.put(name.replace(packageName, ""), SurefireReport.normalised(report));
            }
        }
        return byClass;
    }

    private static List<Path> reports() throws IOException {
        Path reports = project.directory().resolve("target/surefire-reports");
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

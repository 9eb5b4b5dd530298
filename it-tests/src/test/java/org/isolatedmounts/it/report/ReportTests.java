package org.isolatedmounts.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.Surroundings;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern STATUS = Pattern.compile("\"test\":true,[^{]*?\"status\":\"([A-Z]+)\"");
    private static final Pattern TIMES = Pattern.compile("\"times\":\\[(\\d+),(\\d+),(\\d+),(\\d+)]");

    @TempDir
    Path directory;

    @Test
    void isWrittenWhereTheBuildHasItsOutputWhenTheSessionEnds() throws Exception {
        try (HostJvm host = HostJvm.start(List.of(), Map.of())) {
            Files.createFile(host.workingDirectory().resolve("pom.xml"));
            Path output = host.workingDirectory().resolve("target");
            host.run(PATIENCE, SharingTestCase.class);
            assertThat(output).doesNotExist();

            host.closeSession(PATIENCE);

            assertThat(filesBelow(output)).containsExactly(output.resolve("isolated-mounts/report.html"));
        }
    }

    @Test
    @Tag("full")
    void aDirectoryThatIsNoBuildIsLeftAlone() throws Exception {
        try (HostJvm host = HostJvm.start(List.of(), Map.of())) {
            host.run(PATIENCE, SharingTestCase.class);
            host.closeSession(PATIENCE);

            assertThat(filesBelow(host.workingDirectory())).isEmpty();
        }
    }

    @Test
    void withoutAnIsolatedTestThereIsNoPage() throws Exception {
        runAndClose(PlainTestCase.class);

        assertThat(filesBelow(directory)).isEmpty();
    }

    /** Not the page of the last run in which forks could be started: it would be taken for that of this run. */
    @Test
    void whereNoForkCanBeStartedItSaysWhy() throws Exception {
        runAndClose(SharingTestCase.class);
        Path programs = Files.createDirectory(directory.resolve("programs"));
        Surroundings.Outcome outcome = Surroundings.ordinary()
                .with("PATH", programs.toString())
                .run(Map.of("isolatedmounts.report", directory.toString()), ReportedTestCase.class);

        assertThat(outcome.results()).isNotEmpty().noneMatch(TestResult::successful);
        assertThat(outcome.result("passes()").message()).contains("not found on PATH");
        String page = Files.readString(directory.resolve("report.html"));
        assertThat(statuses(page)).hasSize(outcome.results().size()).containsOnly("FAILED");
        assertThat(page).contains("not found on PATH", "\"forks\":[]").doesNotContain("SharingTestCase");
    }

    @Test
    @Tag("full")
    void whereNoForkCanBeStartedAndTestsAreAbortedItSaysWhy() throws Exception {
        Path programs = Files.createDirectory(directory.resolve("programs"));
        Surroundings.ordinary()
                .with("PATH", programs.toString())
                .run(
                        Map.of("isolatedmounts.report", directory.toString(), "isolatedmounts.unavailable", "skip"),
                        ReportedTestCase.class);

        String page = Files.readString(directory.resolve("report.html"));
        assertThat(statuses(page)).containsOnly("ABORTED");
        assertThat(page).contains("not found on PATH");
    }

    @Test
    @Tag("full")
    void whereEveryLayoutIsRefusedItSaysWhy() throws Exception {
        try (HostJvm host = start()) {
            List<TestResult> results = host.run(PATIENCE, RelativeTestCase.class);
            host.closeSession(PATIENCE);

            assertThat(results).isNotEmpty().noneMatch(TestResult::successful);
            assertThat(statuses(Files.readString(directory.resolve("report.html"))))
                    .hasSize(results.size())
                    .containsOnly("FAILED");
        }
    }

    private static List<String> statuses(String page) {
        return STATUS.matcher(page).results().map(status -> status.group(1)).toList();
    }

    @Test
    void hasEachTestWithItsOutcomeAndTheTimeOfItsFork() throws Exception {
        try (HostJvm host = start()) {
            host.run(PATIENCE, ReportedTestCase.class);
            host.closeSession(PATIENCE);

            assertThat(host.output())
                    .contains("the mounts of the tests that failed: " + directory.resolve("report.html"));
        }

        String page = Files.readString(directory.resolve("report.html"));
        assertThat(STATUS.matcher(page).results().map(status -> status.group(1)))
                .containsExactlyInAnyOrder("SUCCESSFUL", "SUCCESSFUL", "FAILED", "ABORTED", "SKIPPED");
        assertThat(TIMES.matcher(page).results().toList()).hasSize(5).allSatisfy(times -> {
            for (int phase = 1; phase <= 4; phase++) {
                assertThat(Long.parseLong(times.group(phase))).isPositive().isLessThan(PATIENCE.toNanos());
            }
        });
        assertThat(page)
                .contains("not the same ==> expected: \\u003c\\u003cb>this\\u003c/b>>", "for a reason", "not today")
                .contains("ReportedTestCase.fails(ReportedTestCase.java:")
                .contains("Suppressed: mounts of ReportedTestCase > fails() when it failed");
    }

    @Test
    @Tag("full")
    void ofTwoRunsOneAfterTheOtherThePageIsThatOfTheLast() throws Exception {
        runAndClose(ReportedTestCase.class);
        runAndClose(SharingTestCase.class);

        String page = Files.readString(directory.resolve("report.html"));
        assertThat(STATUS.matcher(page).results()).hasSize(2);
        assertThat(filesBelow(directory)).containsExactly(directory.resolve("report.html"));
    }

    @Test
    @Tag("full")
    void whereThereIsNoBuildAFailureIsReportedWithoutAFile() throws Exception {
        try (HostJvm host = HostJvm.start(List.of("-Djunit.platform.reporting.output.dir="), Map.of())) {
            List<TestResult> results = host.run(PATIENCE, ReportedTestCase.class);
            host.closeSession(PATIENCE);

            assertThat(results)
                    .filteredOn(result -> result.name().equals("fails()"))
                    .singleElement()
                    .satisfies(result -> assertThat(result.stackTrace())
                            .contains("mounts of ReportedTestCase > fails() when it failed")
                            .doesNotContain("in full:"));
            assertThat(filesBelow(host.workingDirectory())).isEmpty();
        }
    }

    @Test
    @Tag("full")
    void plansOfOneSessionAddUp() throws Exception {
        try (HostJvm host = start()) {
            host.run(PATIENCE, SharingTestCase.class);
            host.run(PATIENCE, SharingTestCase.class);
            host.closeSession(PATIENCE);
        }

        String page = Files.readString(directory.resolve("report.html"));
        assertThat(STATUS.matcher(page).results()).hasSize(4);
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsOneWarningAndChangesNoOutcome() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        try (HostJvm host = HostJvm.start(
                List.of(), Map.of("isolatedmounts.report", file.resolve("below").toString()))) {
            List<TestResult> results = host.run(PATIENCE, SharingTestCase.class);
            host.closeSession(PATIENCE);

            assertThat(results).hasSize(2).allMatch(TestResult::successful);
            assertThat(host.errors())
                    .containsOnlyOnce("isolated-mounts: warning: the page of this run could not be written to " + file)
                    .containsOnlyOnce("`isolatedmounts.report`");
        }
    }

    private void runAndClose(Class<?> testClass) throws Exception {
        try (HostJvm host = start()) {
            host.run(PATIENCE, testClass);
            host.closeSession(PATIENCE);
        }
    }

    private HostJvm start() throws Exception {
        return HostJvm.start(List.of(), Map.of("isolatedmounts.report", directory.toString()));
    }

    private static List<Path> filesBelow(Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

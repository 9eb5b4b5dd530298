package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With JUnit 6 a run can be cancelled, as it is after a failure where that is wanted. */
class FailFastTests {

    private static final ConsoleLauncher LAUNCHER = ConsoleLauncher.onThisJdk("6.1.3");
    private static final String PER_CLASS = "--config=isolatedmounts.fork=per-class";

    @TempDir
    Path directory;

    @Test
    void whatIsLeftIsSkippedAsWithoutIsolation() throws Exception {
        LaunchedProject project = LaunchedProject.copy("failfast", directory);
        project.addIsolatedTwins();
        project.compile(LAUNCHER.jar());

        List<String> plain = tree(project, "plain", "FailFastTest", "LaterTest");
        assertThat(plain).anyMatch(line -> line.contains("b_fails() [X] the message"));
        assertThat(plain).filteredOn(FailFastTests::isCancelled).hasSize(4);
        assertThat(takeTraces(project)).containsExactly("a", "b", "after all");

        assertThat(tree(project, "isolated", "FailFastTest", "LaterTest")).isEqualTo(plain);
        assertThat(takeTraces(project)).containsExactly("a", "after all", "b", "after all");

        // no other test has begun in the fork of the class, which goes on to its end
        assertThat(tree(project, "isolated", "FailFastTest", "LaterTest", PER_CLASS))
                .isEqualTo(plain);
        assertThat(takeTraces(project)).containsExactly("a", "b", "after all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"per-test", "per-class"})
    @Tag("full")
    void whatAFactoryGoesOnToProvideIsSkipped(String fork) throws Exception {
        LaunchedProject project = LaunchedProject.copy("failfast", directory);
        project.addIsolatedTwins();
        project.compile(LAUNCHER.jar());

        List<String> plain = tree(project, "plain", "FactoryTest");
        assertThat(plain).filteredOn(FailFastTests::isCancelled).hasSize(4);
        List<String> traces = takeTraces(project);
        assertThat(traces).contains("value 2", "provided 4", "after each", "after all");

        assertThat(tree(project, "isolated", "FactoryTest", "--config=isolatedmounts.fork=" + fork))
                .isEqualTo(plain);
        assertThat(takeTraces(project)).isEqualTo(traces);
    }

    @Test
    @Tag("full")
    void invocationsThatAreLeftAreSkipped() throws Exception {
        LaunchedProject project = LaunchedProject.copy("failfast", directory);
        project.addIsolatedTwins();
        project.compile(LAUNCHER.jar());

        List<String> plain = tree(project, "plain", "InvocationsTest");
        assertThat(plain).filteredOn(FailFastTests::isCancelled).hasSize(2);
        assertThat(takeTraces(project)).containsExactly("invocation 1", "invocation 2");

        assertThat(tree(project, "isolated", "InvocationsTest")).isEqualTo(plain);
        assertThat(takeTraces(project)).containsExactly("invocation 1", "invocation 2");

        assertThat(tree(project, "isolated", "InvocationsTest", PER_CLASS)).isEqualTo(plain);
        assertThat(takeTraces(project)).containsExactly("invocation 1", "invocation 2");
    }

    /** Which is how Surefire stops after so many failures, where JUnit lets it; and a moment after it has heard of them. */
    @Test
    @Tag("full")
    void surefireSkipsTheRestOfTheTests() throws Exception {
        LaunchedProject project = LaunchedProject.copy("failfast", directory);
        project.addIsolatedTwins();

        SampleProject.Result result = project.mvn(
                "test",
                "-Dsurefire.skipAfterFailureCount=1",
                "-Disolatedmounts.fork=per-class",
                "-Dtest=sample.isolated.BusyTest,sample.isolated.LaterTest");

        assertThat(result.status()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains("BusyTest.a_fails:", "the message");
        assertThat(takeTraces(project)).containsExactly("a", "after all");
    }

    /** A fork that was not told in time is where the host never comes; nobody hears of that. */
    @Test
    void aRunIsCancelledAtAnyTime() throws Exception {
        assertSameWhenCancelled("FactoryTest", "value 1");
    }

    @Test
    @Tag("full")
    void aRunOfThousandsIsCancelledAtAnyTime() throws Exception {
        assertSameWhenCancelled("BusyTest", "repetition 1 of 2000");
    }

    private void assertSameWhenCancelled(String test, String last) throws Exception {
        LaunchedProject project = LaunchedProject.copy("failfast", directory);
        project.addIsolatedTwins();
        project.compile(LAUNCHER.jar());

        List<String> plain = toldWhenCancelled(project, "plain", test, last);
        assertThat(plain)
                .filteredOn(line -> line.endsWith("skipped: Execution cancelled"))
                .hasSizeGreaterThan(3);
        assertThat(takeTraces(project)).endsWith("after all");

        assertThat(toldWhenCancelled(project, "isolated", test, last)).isEqualTo(plain);
        assertThat(takeTraces(project)).endsWith("after all").doesNotContain("c", "value 3", "last");
    }

    private static List<String> toldWhenCancelled(LaunchedProject project, String name, String test, String last)
            throws Exception {
        SampleProject.Result result = LAUNCHER.ofTheProject(
                project, "-Disolatedmounts.fork=per-class", "sample.CancelAfter", "sample." + name + "." + test, last);
        assertThat(result.status()).as(result.output()).isZero();
        return result.output().lines().filter(line -> line.startsWith("told: ")).toList();
    }

    private static boolean isCancelled(String line) {
        return line.contains("[S] Execution cancelled");
    }

    /** What the console launcher tells of each test; it knows packages only in its reports. */
    private static List<String> tree(LaunchedProject project, String name, String... classesAndOptions)
            throws Exception {
        String[] arguments = Stream.concat(
                        Stream.of("--fail-fast"),
                        Stream.of(classesAndOptions)
                                .map(word ->
                                        word.startsWith("-") ? word : "--select-class=sample." + name + "." + word))
                .toArray(String[]::new);
        SampleProject.Result result = LAUNCHER.execute(project, arguments);
        assertThat(result.status()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains("Test execution was cancelled due to --fail-fast mode.");
        return result.output()
                .lines()
                .filter(line -> line.matches("[|' ]*[+']-- .*"))
                .toList();
    }

    private static List<String> takeTraces(LaunchedProject project) throws IOException {
        List<String> traces = project.linesOfTraces();
        Files.deleteIfExists(project.path("traces.txt"));
        return traces;
    }
}

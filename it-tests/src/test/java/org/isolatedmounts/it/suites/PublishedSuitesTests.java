package org.isolatedmounts.it.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each class in a fork of its own tells what it tells without isolation. */
class PublishedSuitesTests {

    @TempDir
    Path directory;

    @Test
    @Tag("full")
    void aSmallPartOfASuiteTellsTheSame() throws Exception {
        assertSame(Suites.SMALL);
    }

    static Stream<Suite> wholeSuites() {
        return Suites.WHOLE.stream();
    }

    @ParameterizedTest
    @MethodSource("wholeSuites")
    @Tag("suites")
    void aWholeSuiteTellsTheSame(Suite suite) throws Exception {
        assertSame(suite);
    }

    private void assertSame(Suite suite) throws Exception {
        SampleProject project = SampleProject.copy("suites", in("maven"));
        String classPath = SuiteRun.classPath(suite, project);
        SuiteRun plain = SuiteRun.of(suite, classPath, in("plain"));
        SuiteRun again = SuiteRun.of(suite, classPath, in("plain-again"));
        SuiteRun isolated = SuiteRun.of(
                suite,
                classPath,
                in("isolated"),
                "isolatedmounts.everywhere=*",
                "isolatedmounts.fork=per-class",
                // the largest classes take minutes on a busy machine
                "isolatedmounts.timeout=30 m");
        Comparison comparison =
                Comparison.of(suite.explained(), plain.observations(), again.observations(), isolated.observations());

        report(suite, plain, isolated, comparison);
        assertThat(plain.observations().tests()).isPositive();
        assertThat(comparison.unexplained()).isEmpty();
        assertThat(suite.explained()).allMatch(comparison::needs);
    }

    private static void report(Suite suite, SuiteRun plain, SuiteRun isolated, Comparison comparison) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d tests, %d differences, %d explained, %d in what two plain runs do not have in common;"
                        + " %.1f s plain, %.1f s isolated, %.1f times as long;"
                        + " %.1f s and %.1f s of processors, %.1f times as much%n",
                suite,
                plain.observations().tests(),
                comparison.unexplained().size(),
                comparison.explained().size(),
                comparison.random().size(),
                plain.seconds(),
                isolated.seconds(),
                isolated.seconds() / plain.seconds(),
                plain.processorSeconds(),
                isolated.processorSeconds(),
                isolated.processorSeconds() / plain.processorSeconds());
        suite.explained()
                .forEach(reason -> System.out.printf(
                        "  %d because %s%n",
                        comparison.explained().stream().filter(reason::explains).count(), reason.why()));
    }

    private Path in(String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }
}

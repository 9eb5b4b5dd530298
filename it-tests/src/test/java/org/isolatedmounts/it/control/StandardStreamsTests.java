package org.isolatedmounts.it.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class StandardStreamsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    /** What is written to the host JVM while the test runs is read by the host JVM after it. */
    @ParameterizedTest
    @ValueSource(strings = {"per-test", "per-class"})
    void theInputOfTheHostIsNotStolen(String fork) throws Exception {
        List<String> options = List.of(Gate.option(directory));
        try (HostJvm host = HostJvm.start(options, Map.of("isolatedmounts.fork", fork))) {
            host.begin(StandardInputTestCase.class);
            new Gate(directory.resolve("running")).await();
            host.begin(StandardInputTestCase.class);
            new Gate(directory.resolve("written")).open();

            assertThat(host.awaitResults(PATIENCE))
                    .singleElement()
                    .satisfies(result ->
                            assertThat(result.outcome()).as(result.stackTrace()).isEqualTo("SUCCESSFUL"));
            // the second run, of which the host has read: this test cannot open the gate again
            assertThat(host.awaitResults(PATIENCE))
                    .singleElement()
                    .extracting(TestResult::throwable)
                    .isEqualTo("java.nio.file.FileAlreadyExistsException");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void bytesThatDoNotPassThroughSystemOutArriveAsTheyAre(String encoding) throws Exception {
        try (HostJvm host = HostJvm.start(List.of("-Dfile.encoding=" + encoding), Map.of())) {
            assertThat(host.run(PATIENCE, NativeOutputTestCase.class)).allMatch(TestResult::successful);

            assertThat(new String(host.outputBytes(), ISO_8859_1)).isEqualTo("child: \u00e9\u00ff\nfd: \u00c3\u00a9\n");
        }
    }
}

package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.it.fidelity.cases.TimeoutTestCase;
import org.isolatedmounts.it.fidelity.cases.WaitingInAfterEachTestCase;
import org.isolatedmounts.it.fidelity.cases.WaitingInTestTestCase;
import org.isolatedmounts.it.fidelity.cases.WaitingTestCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Timeouts that configuration parameters set, change or switch off. */
class TimeoutParametersTests {

    private static final String TIMEOUT = "junit.jupiter.execution.timeout.";

    /** What is timed out waits far longer than that, and what is not does nothing, also on a busy machine. */
    static Stream<Arguments> parameters() {
        return Stream.of(
                timesOut(Map.of("test.method.default", "1 s"), WaitingInTestTestCase.class),
                passes(Map.of("default", "1 ms", "mode", "disabled")));
    }

    static Stream<Arguments> moreParameters() {
        return Stream.of(
                timesOut(Map.of("lifecycle.method.default", "1 s"), WaitingInAfterEachTestCase.class),
                passes(Map.of("default", "60 s", "thread.mode.default", "SEPARATE_THREAD")),
                timesOut(Map.of("aftereach.method.default", "1 s"), WaitingInAfterEachTestCase.class),
                timesOut(
                        Map.of("test.method.default", "1 s", "thread.mode.default", "SEPARATE_THREAD"),
                        WaitingInTestTestCase.class));
    }

    private static Arguments timesOut(Map<String, String> parameters, Class<?> testClass) {
        return Arguments.of(parameters, testClass, "1 ok, 1 failed");
    }

    private static Arguments passes(Map<String, String> parameters) {
        return Arguments.of(parameters, WaitingTestCase.class, "2 ok, 0 failed");
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void holdInForks(Map<String, String> parameters, Class<?> testClass, String summary) {
        Launch launch = Launch.of(testClass).with(request -> {
            parameters.forEach((name, value) -> request.configurationParameter(TIMEOUT + name, value));
            return request;
        });
        Recording plain = launch.plain();

        assertThat(plain.summary()).startsWith(summary);
        assertThat(launch.isolated().withoutOutput()).isEqualTo(plain.withoutOutput());
        assertThat(launch.perClass().isolated().withoutOutput()).isEqualTo(plain.withoutOutput());
    }

    @ParameterizedTest
    @MethodSource("moreParameters")
    @Tag("full")
    void holdInForksHoweverTheyAreSet(Map<String, String> parameters, Class<?> testClass, String summary) {
        holdInForks(parameters, testClass, summary);
    }

    @Test
    void threadsAreDumpedWhereThatIsWanted() {
        Launch launch = Launch.of(TimeoutTestCase.class)
                .with(request -> request.configurationParameter(TIMEOUT + "threaddump.enabled", "true"));

        assertDumped(launch.plain());
        assertDumped(launch.isolated());
        assertDumped(launch.perClass().isolated());
    }

    private static void assertDumped(Recording recording) {
        assertThat(recording.summary()).isEqualTo("1 ok, 2 failed, 0 aborted, 0 skipped");
        assertThat(recording.outputDuringTests("out"))
                .contains("will be interrupted.")
                .contains("TimeoutTestCase.tooLong(TimeoutTestCase.java:");
    }
}

package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.it.fidelity.cases.TimeoutTestCase;
import org.isolatedmounts.it.fidelity.cases.WaitingTestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Timeouts that configuration parameters set, change or switch off. */
class TimeoutParametersTests {

    private static final String TIMEOUT = "junit.jupiter.execution.timeout.";

    static Stream<Arguments> parameters() {
        return Stream.of(
                Arguments.of(Map.of("test.method.default", "500 ms"), "1 ok, 1 failed"),
                Arguments.of(Map.of("lifecycle.method.default", "500 ms"), "1 ok, 1 failed"),
                Arguments.of(Map.of("aftereach.method.default", "500 ms"), "1 ok, 1 failed"),
                Arguments.of(
                        Map.of("test.method.default", "500 ms", "thread.mode.default", "SEPARATE_THREAD"),
                        "1 ok, 1 failed"),
                Arguments.of(Map.of("default", "60 s", "thread.mode.default", "SEPARATE_THREAD"), "2 ok, 0 failed"),
                Arguments.of(Map.of("default", "500 ms", "mode", "disabled"), "2 ok, 0 failed"));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void holdInForks(Map<String, String> parameters, String summary) {
        Launch launch = Launch.of(WaitingTestCase.class).with(request -> {
            parameters.forEach((name, value) -> request.configurationParameter(TIMEOUT + name, value));
            return request;
        });
        Recording plain = launch.plain();

        assertThat(plain.summary()).startsWith(summary);
        assertThat(launch.isolated().withoutOutput()).isEqualTo(plain.withoutOutput());
        assertThat(launch.perClass().isolated().withoutOutput()).isEqualTo(plain.withoutOutput());
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

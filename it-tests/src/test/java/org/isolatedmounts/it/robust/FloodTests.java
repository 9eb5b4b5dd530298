package org.isolatedmounts.it.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Test;

/** Forks that tell more than anyone reads: it arrives, cut, and the fork and its neighbours go on. */
class FloodTests {

    @Test
    void whatIsTooMuchIsCut() throws IOException, InterruptedException {
        List<TestResult> results = Scenario.play(Floods.TellsTooMuch.class).results();

        assertThat(results)
                .extracting(TestResult::outcome)
                .containsExactly("FAILED", "FAILED", "FAILED", "FAILED", "SUCCESSFUL", "SUCCESSFUL", "SUCCESSFUL");
        assertThat(results.get(0).throwable()).isEqualTo("org.opentest4j.AssertionFailedError");
        assertThat(results.get(0).message())
                .hasSizeLessThan(1_000_100)
                .startsWith("expected: <xxx")
                .endsWith("... [isolated-mounts: cut here, 15,000,024 of 16,000,024 characters left out]");
        assertThat(results.get(1).throwable()).isEqualTo("java.lang.IllegalStateException");
        assertThat(results.get(1).message())
                .hasSizeLessThan(1_000_100)
                .endsWith("... [isolated-mounts: cut here, 39,000,000 of 40,000,000 characters left out]");
        assertThat(results.get(2).stackTrace())
                .startsWith("java.lang.IllegalStateException: main\n")
                .contains(
                        "Suppressed: java.lang.IllegalStateException: suppressed 998\n",
                        "Suppressed: [isolated-mounts: cut here, 99,001 of 100,000 suppressed exceptions left out]");
        assertThat(results.get(3).stackTrace())
                .contains("at [isolated-mounts: cut here, 98,000 of 100,000 frames left out].etc(Unknown Source)");
    }

    @Test
    void aTestThatHasFilledTheHeapFails() throws IOException, InterruptedException {
        List<TestResult> results = Scenario.play(Floods.FillsTheHeap.class, List.of("-Xmx64m"), Map.of())
                .results();

        assertThat(results)
                .singleElement()
                .extracting(TestResult::stackTrace)
                .asString()
                .startsWith("java.lang.AssertionError: xxx")
                .contains("x... [isolated-mounts: cut here, 3,990,000 of 4,000,000 characters left out]\n\tat ");
    }
}

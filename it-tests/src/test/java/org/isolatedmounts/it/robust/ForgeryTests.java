package org.isolatedmounts.it.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.InProcess;
import org.isolatedmounts.it.harness.Processes;
import org.isolatedmounts.it.harness.Processes.OneProcess;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A test that writes to the pipe of its fork's events harms itself, and nobody else. */
@Timeout(120)
class ForgeryTests {

    private static final String SUPERVISOR = "org.isolatedmounts.internal.supervisor.SupervisorMain";
    private static final String BEFORE =
            "@IsolatedMounts: the forked JVM was killed because what it wrote to its pipe of events, to which no test may"
                    + " write, could not be read (";

    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4",
            "isolatedmounts.forks", "4");

    @Test
    void endsTheForkThatWroteItAndNoOther() throws IOException {
        InProcess.run(Map.of(), OrdinaryTestCase.class);
        List<OneProcess> before = supervisors();

        List<TestResult> results = InProcess.run(
                PARALLEL,
                Forgeries.ForgingTestCase.class,
                Forgeries.FirstNeighbourTestCase.class,
                Forgeries.SecondNeighbourTestCase.class);

        assertThat(results.stream().filter(TestResult::successful))
                .extracting(TestResult::name)
                .as(results.toString())
                .containsExactlyInAnyOrder("first()", "second()", "third()", "fourth()");
        assertThat(reasons(results))
                .containsOnly(
                        entry("negativeLength()", length(-1)),
                        entry("lengthOfTwoGigabytes()", length(Integer.MAX_VALUE)),
                        entry("unknownEvent()", "expected one of N kinds of ForkEvent, found number 99"),
                        entry("emptyFrame()", "expected a kind of ForkEvent, found the end of the frame"),
                        entry(
                                "eventThatDoesNotEnd()",
                                "expected as many bytes of a text as there can be in 3 bytes at Text.text, found 4"),
                        entry("halfAFrame()", "the stream ends within a frame"),
                        entry("forgedExit()", "an event that only the supervisor may tell"));
        assertThat(before).isNotEmpty();
        assertThat(supervisors())
                .extracting(OneProcess::pid)
                .isEqualTo(before.stream().map(OneProcess::pid).toList());
    }

    private static String length(int length) {
        return "the length of a frame is from 0 to 16777216 bytes, and this one is said to have " + length;
    }

    /** How much had come of the half frame depends on what the fork had to tell until its end. */
    private static Map<String, String> reasons(List<TestResult> results) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (TestResult result : results) {
            if (!result.successful()) {
                assertThat(result.message()).startsWith(BEFORE).contains("), before its tests were finished.");
                assertThat(result.suppressed()).containsOnlyOnce("mounts of ").contains("/data");
                String reason = result.message()
                        .substring(BEFORE.length(), result.message().indexOf("), before its"));
                reasons.put(
                        result.name(),
                        reason.replaceFirst("one of \\d+ kinds", "one of N kinds")
                                .replaceFirst(
                                        "the stream ends after \\d+ of the 1048576 bytes of a frame",
                                        "the stream ends within a frame"));
            }
        }
        return reasons;
    }

    private static List<OneProcess> supervisors() throws IOException {
        return Processes.look().descendants(ProcessHandle.current().pid()).stream()
                .filter(process -> process.command().contains(SUPERVISOR))
                .sorted((a, b) -> Long.compare(a.pid(), b.pid()))
                .toList();
    }
}

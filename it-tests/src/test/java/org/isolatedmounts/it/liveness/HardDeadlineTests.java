package org.isolatedmounts.it.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.InProcess;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HardDeadlineTests {

    /** The only thread waits for room, which only the deadline of a fork makes to which no thread attends. */
    @Test
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aForkThatNobodyAttendsToIsKilled() {
        List<TestResult> results = InProcess.run(
                ParallelRun.inParallel(Map.of(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "1",
                        "isolatedmounts.timeout", "3s",
                        "isolatedmounts.forks", "1")),
                SleepingTestCase.class);

        assertThat(results)
                .hasSize(3)
                .allSatisfy(result -> assertThat(result.message())
                        .startsWith(
                                "@IsolatedMounts: the forked JVM was killed because it took longer than the deadline of 3 s"
                                        + " (configuration parameter `isolatedmounts.timeout`)"));
    }
}

package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.isolatedmounts.it.liveness.ParallelRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With JUnit 6 a run can be cancelled, so a fork asks after a failure whether it goes on. The thread that is to answer may be
 * one that waits until there is room for another fork.
 */
class ParallelFailuresTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource("worker_thread_pool, 1")
    void allTestsAreTold(String executor, String forks) throws Exception {
        assertAllAreTold(executor, forks);
    }

    @ParameterizedTest
    @CsvSource({"fork_join_pool, 1", "fork_join_pool, 2", "worker_thread_pool, 2"})
    @Tag("full")
    void allTestsAreToldWithEachNumberOfForks(String executor, String forks) throws Exception {
        assertAllAreTold(executor, forks);
    }

    private void assertAllAreTold(String executor, String forks) throws Exception {
        assertThat(NewestJUnit.execute(
                        ParallelRun.class,
                        directory.resolve("output"),
                        "junit.jupiter.execution.parallel.config.executor-service",
                        executor,
                        "isolatedmounts.forks",
                        forks))
                .contains(ParallelRun.SUCCESS);
    }
}

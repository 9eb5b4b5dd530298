package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
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

    private static final long PATIENCE_SECONDS = 180;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"fork_join_pool, 2", "worker_thread_pool, 1"})
    void allTestsAreTold(String executor, String forks) throws Exception {
        assertAllAreTold(executor, forks);
    }

    @ParameterizedTest
    @CsvSource({"fork_join_pool, 1", "worker_thread_pool, 2"})
    @Tag("full")
    void allTestsAreToldWithEachNumberOfForks(String executor, String forks) throws Exception {
        assertAllAreTold(executor, forks);
    }

    private void assertAllAreTold(String executor, String forks) throws Exception {
        ConsoleLauncher launcher = ConsoleLauncher.onThisJdk("6.1.3");
        List<Path> classPath = new ArrayList<>(
                List.of(launcher.jar(), TestClassPath.of(ParallelRun.class), TestClassPath.of(Assertions.class)));
        classPath.addAll(TestClassPath.extension());
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        launcher.javaHome().resolve("bin/java").toString(),
                        "-cp",
                        TestClassPath.join(classPath),
                        ParallelRun.class.getName(),
                        "junit.jupiter.execution.parallel.config.executor-service",
                        executor,
                        "isolatedmounts.forks",
                        forks)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s: ends; %s", process.pid(), Files.readString(output))
                    .isTrue();
            assertThat(Files.readString(output)).contains(ParallelRun.SUCCESS);
        } finally {
            process.destroyForcibly();
        }
    }
}

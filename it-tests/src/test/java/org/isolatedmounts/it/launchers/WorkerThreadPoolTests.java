package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.isolatedmounts.it.parallel.Attribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JUnit 6.1 has a second executor of parallel tests, whose threads take no other test while theirs waits. */
class WorkerThreadPoolTests {

    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path directory;

    @Test
    @Tag("full")
    void nothingIsAttributedToAnotherTest() throws Exception {
        ConsoleLauncher launcher = ConsoleLauncher.onThisJdk("6.1.3");
        List<Path> classPath = new ArrayList<>(
                List.of(launcher.jar(), TestClassPath.of(Attribution.class), TestClassPath.of(Assertions.class)));
        classPath.addAll(TestClassPath.extension());
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        launcher.javaHome().resolve("bin/java").toString(),
                        "-cp",
                        TestClassPath.join(classPath),
                        Attribution.class.getName(),
                        "junit.jupiter.execution.parallel.config.executor-service",
                        "worker_thread_pool",
                        "junit.jupiter.execution.parallel.config.dynamic.factor",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);

            assertThat(ended).as(Files.readString(output)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}

package org.isolatedmounts.it.launchers;

import java.nio.file.Path;
import org.isolatedmounts.it.parallel.Attribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JUnit 6.1 has a second executor of parallel tests, whose threads take no other test while theirs waits. */
class WorkerThreadPoolTests {

    @TempDir
    Path directory;

    /** Which the main class asserts. */
    @Test
    @Tag("full")
    void nothingIsAttributedToAnotherTest() throws Exception {
        NewestJUnit.execute(
                Attribution.class,
                directory.resolve("output"),
                "junit.jupiter.execution.parallel.config.executor-service",
                "worker_thread_pool",
                "junit.jupiter.execution.parallel.config.dynamic.factor",
                "2");
    }
}

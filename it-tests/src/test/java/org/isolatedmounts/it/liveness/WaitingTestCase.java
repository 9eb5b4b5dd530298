package org.isolatedmounts.it.liveness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class WaitingTestCase {

    static final String RUNS = "it.runs";

    @Test
    void waits() throws Exception {
        Files.createFile(Path.of(System.getProperty(RUNS)));
        new CountDownLatch(1).await();
    }

    /** Until the test runs. */
    static void await(Path file) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(file)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(file + " did not come");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}

package org.isolatedmounts.it.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.fidelity.Recording;
import org.isolatedmounts.it.harness.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The thread that executes tests in the host JVM is interrupted while it waits for a fork. */
@Timeout(120)
class InterruptTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @BeforeEach
    void nameTheGates() {
        Gate.in(directory);
    }

    @Test
    void failsTheTestAsItWouldPlainJupiter() throws Exception {
        Recording isolated = interrupted(Launch.of(HangingTestCase.class));

        assertThat(isolated.summary()).isEqualTo("1 ok, 1 failed, 0 aborted, 0 skipped");
        assertThat(isolated.end("hangs()")).startsWith("test failed: java.lang.InterruptedException");
        assertThat(isolated.output("out")).isEqualTo("the next one\n");
    }

    /** The tests that are left have no JVM any more. */
    @Test
    void endsTheForkOfAClass() throws Exception {
        Recording isolated = interrupted(Launch.of(HangingTestCase.class).perClass());

        assertThat(isolated.summary())
                .isEqualTo("0 ok, 1 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted");
        assertThat(isolated.end("hangs()")).startsWith("test failed: java.lang.InterruptedException");
        assertThat(isolated.toString())
                .contains("@IsolatedMounts: the forked JVM was killed because the thread that waited for it was"
                        + " interrupted, before its tests were finished.");
    }

    private static Recording interrupted(Launch launch) throws Exception {
        AtomicReference<Recording> recording = new AtomicReference<>();
        AtomicBoolean interruptedAfterwards = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        launch.witnessedBy(event -> {
            if (event.kind().equals("started") && event.subject().contains("hangs()")) {
                begun.countDown();
            }
        });
        Thread runner = new Thread(() -> {
            recording.set(launch.isolated());
            interruptedAfterwards.set(Thread.interrupted());
        });
        runner.start();
        Gate.of("hanging").await();
        // the fork is ahead of what is told of it
        begun.await();
        runner.interrupt();
        runner.join();
        assertThat(interruptedAfterwards).isFalse();
        awaitNoChild();
        return recording.get();
    }

    private static void awaitNoChild() throws IOException {
        String child = Gate.of(HangingTestCase.CHILD).file().toString();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Processes.look().all().stream()
                .anyMatch(process -> process.command().contains(child))) {
            assertThat(System.nanoTime()).as("the child of the test ends").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}

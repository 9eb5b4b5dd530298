package org.isolatedmounts.it.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.HostState;
import org.isolatedmounts.it.harness.Processes;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor that stands still is one fault: what it was about fails, and another one takes its place. */
class StoppedSupervisorTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration CLEAN = Duration.ofSeconds(30);
    private static final String MAIN = "org.isolatedmounts.internal.supervisor.SupervisorMain";

    @TempDir
    Path directory;

    @Test
    void whileATestRuns() throws Exception {
        try (HostJvm host = HostJvm.start(List.of("-D" + WaitingTestCase.RUNS + "=" + file()), Map.of())) {
            HostState state = HostState.capture(host);
            host.begin(WaitingTestCase.class);
            WaitingTestCase.await(file());
            state.observe();
            stopSupervisor(host);

            assertGivenUp(host.awaitResults(PATIENCE));
            state.awaitObservedGone(CLEAN);
            assertOrdinary(host);
            host.closeSession(CLEAN);
            state.awaitNothingLeft(CLEAN);
        }
    }

    /** The order of a fork that is too large for a pipe that nobody reads. */
    @Test
    @Tag("full")
    void beforeATestThatIsALargeRequest() throws Exception {
        try (HostJvm host = HostJvm.start(List.of("-Dlarge=" + "x".repeat(100_000)), Map.of())) {
            HostState state = HostState.capture(host);
            assertOrdinary(host);
            state.observe();
            stopSupervisor(host);

            assertGivenUp(host.run(PATIENCE, OrdinaryTestCase.class));
            assertOrdinary(host);
            host.closeSession(CLEAN);
            state.awaitNothingLeft(CLEAN);
        }
    }

    /** A kill that does not happen shows that it stands still, too. */
    @Test
    @Tag("full")
    void beforeADeadline() throws Exception {
        try (HostJvm host = HostJvm.start(
                List.of("-D" + WaitingTestCase.RUNS + "=" + file()), Map.of("isolatedmounts.timeout", "10s"))) {
            HostState state = HostState.capture(host);
            host.begin(WaitingTestCase.class);
            WaitingTestCase.await(file());
            state.observe();
            stopSupervisor(host);

            assertThat(host.awaitResults(PATIENCE))
                    .singleElement()
                    .satisfies(result -> assertThat(result.message())
                            .contains("took longer than the deadline of 10 s")
                            .contains("did not end within 5 s of that"));
            assertOrdinary(host);
            host.closeSession(CLEAN);
            state.awaitNothingLeft(CLEAN);
        }
    }

    @Test
    void atTheEndOfTheSession() throws Exception {
        try (HostJvm host = HostJvm.start(List.of(), Map.of())) {
            HostState state = HostState.capture(host);
            assertOrdinary(host);
            state.observe();
            stopSupervisor(host);

            host.closeSession(CLEAN);
            state.awaitNothingLeft(CLEAN);
        }
    }

    private Path file() {
        return directory.resolve("runs");
    }

    private static void assertGivenUp(List<TestResult> results) {
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.throwable()).isEqualTo("org.isolatedmounts.internal.launch.session.ForkFailedException");
            assertThat(result.message())
                    .startsWith("@IsolatedMounts: the supervisor of isolated-mounts was given up:"
                            + " it had told nothing for 15 s, before its tests were finished.");
        });
    }

    private static void assertOrdinary(HostJvm host) throws InterruptedException {
        assertThat(host.run(PATIENCE, OrdinaryTestCase.class)).singleElement().matches(TestResult::successful);
    }

    private static void stopSupervisor(HostJvm host) throws IOException, InterruptedException {
        long pid = Processes.look().descendants(host.process().pid()).stream()
                .filter(process -> process.command().contains(MAIN)
                        && process.command().get(0).endsWith("java"))
                .findFirst()
                .orElseThrow()
                .pid();
        Process kill = new ProcessBuilder("kill", "-STOP", Long.toString(pid))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!Processes.look().byId(pid).orElseThrow().state().equals("T")) {
            assertThat(System.nanoTime()).as("it stops").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}

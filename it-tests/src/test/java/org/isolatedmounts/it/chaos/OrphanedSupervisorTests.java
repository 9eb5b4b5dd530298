package org.isolatedmounts.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.it.harness.Denying;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.HostState;
import org.isolatedmounts.it.harness.Processes;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code unshare} of a supervisor dies in the moment between making its child and that child's asking the kernel to
 * die along with it: the supervisor lives on. Here it never asks, which makes that moment last.
 */
@Tag("serial")
class OrphanedSupervisorTests {

    private static final String UNSHARE_WITHOUT_KILL_CHILD = """
            for word do
              shift
              [ "$word" = --kill-child ] || set -- "$@" "$word"
            done
            PATH=${PATH#*:}
            exec unshare "$@"
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void endsWhileTheHostLivesOn(@TempDir Path programs) throws IOException, InterruptedException {
        Denying.program(programs, "unshare", UNSHARE_WITHOUT_KILL_CHILD);
        try (HostJvm host = HostJvm.startWithPrograms(programs)) {
            HostState state = HostState.capture(host);
            host.begin(FollowingTestCase.class);
            killUnshareWithChild(state, host);

            state.awaitObservedGone(PATIENCE);
            host.awaitResults(PATIENCE);

            List<TestResult> following = host.run(PATIENCE, FollowingTestCase.class);
            assertThat(following).singleElement().matches(TestResult::successful);
            host.closeSession(PATIENCE);
            state.awaitNothingLeft(PATIENCE);
        }
    }

    private static void killUnshareWithChild(HostState state, HostJvm host) throws IOException {
        Processes processes = state.observe();
        while (Victim.SUPERVISOR_SHELL.find(processes, host.process().pid()).isEmpty()) {
            assertThat(host.hasAnswered()).as("ended without a supervisor").isFalse();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            processes = state.observe();
        }
        long unshare = Victim.SUPERVISOR_UNSHARE
                .find(processes, host.process().pid())
                .orElseThrow()
                .pid();
        assertThat(ProcessHandle.of(unshare)).get().matches(ProcessHandle::destroyForcibly);
    }
}

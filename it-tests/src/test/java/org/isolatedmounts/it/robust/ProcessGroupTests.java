package org.isolatedmounts.it.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signals to a whole process group reach the processes of one test, as each fork is a session of its own. */
class ProcessGroupTests {

    @Test
    void killingTheGroupEndsTheFork() throws IOException, InterruptedException {
        assertThat(Scenario.play(Signals.KillsItsGroup.class).failsWithOurs())
                .isEqualTo(
                        "@IsolatedMounts: the forked JVM exited by itself, as System.exit makes it do, with exit status"
                                + " 143, before its tests were finished. It had printed nothing.");
    }

    @Test
    void killingAllProcessesEndsTheFork() throws IOException, InterruptedException {
        assertThat(Scenario.play(Signals.KillsAllItMay.class).failsWithOurs())
                .startsWith("@IsolatedMounts: the forked JVM ended: killed by SIGKILL (exit status 137)");
    }

    @Test
    @Tag("full")
    void stoppedGroupIsKilledAtTheDeadline() throws IOException, InterruptedException {
        assertThat(Scenario.play(Signals.StopsItsGroup.class, List.of(), Map.of("isolatedmounts.timeout", "8s"))
                        .failsWithOurs())
                .startsWith(
                        "@IsolatedMounts: the forked JVM was killed because it took longer than the deadline of 8 s");
    }

    @Test
    void theCommandLineOfTheJvmIsNoSecret() throws IOException, InterruptedException {
        assertThat(Scenario.play(Signals.PrintsTheCommandLineOfItsJvm.class)
                        .succeeds()
                        .output())
                .contains("java\0")
                .hasSizeGreaterThan(300_000);
    }
}

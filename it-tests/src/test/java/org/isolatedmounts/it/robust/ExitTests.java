package org.isolatedmounts.it.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forks that end by themselves, too early or not at all. */
class ExitTests {

    private static String exited(int status) {
        return "@IsolatedMounts: the forked JVM exited by itself, as System.exit makes it do, with exit status "
                + status + ", before its tests were finished.";
    }

    @Test
    void exitWithSuccess() throws IOException, InterruptedException {
        assertThat(Scenario.play(Exits.Zero.class).failsWithOurs()).isEqualTo(exited(0) + " It had printed nothing.");
    }

    @Test
    @Tag("full")
    void exitWithAStatusThatMeansSomethingBeforeTheTest() throws IOException, InterruptedException {
        assertThat(Scenario.play(Exits.NinetySeven.class).failsWithOurs())
                .isEqualTo(exited(97) + " It had printed nothing.");
    }

    @Test
    void exitWithFailureAndLastWords() throws IOException, InterruptedException {
        assertThat(Scenario.play(Exits.Three.class).failsWithOurs())
                .isEqualTo(exited(3) + " The end of its output:\ngood bye");
    }

    @Test
    void halt() throws IOException, InterruptedException {
        assertThat(Scenario.play(Exits.Halt.class).failsWithOurs())
                .isEqualTo("@IsolatedMounts: the forked JVM ended: exit status 7, before its tests were finished."
                        + " The end of its output:\nhalting");
    }

    @Test
    @Tag("full")
    void exitInBeforeAll() throws IOException, InterruptedException {
        assertThat(Scenario.play(Exits.BeforeAllExits.class).failsWithOurs())
                .isEqualTo(exited(4) + " It had printed nothing.");
    }

    @Test
    @Tag("full")
    void exitInAfterAll() throws IOException, InterruptedException {
        assertThat(Scenario.play(Exits.AfterAllExits.class).failsWithOurs())
                .isEqualTo(exited(5) + " The end of its output:\ndone");
    }

    @Test
    @Tag("full")
    void exitInStaticInitialiser() throws IOException, InterruptedException {
        assertThat(Scenario.play(Exits.StaticInitialiserExits.class).failsWithOurs())
                .isEqualTo(exited(6) + " It had printed nothing.");
    }

    @Test
    void threadThatGoesOn() throws IOException, InterruptedException {
        Scenario.play(Exits.LeavesThread.class).succeeds();
    }

    @Test
    @Tag("full")
    void shutdownHookThatHangs() throws IOException, InterruptedException {
        Scenario scenario =
                Scenario.play(Exits.HangsInShutdownHook.class, List.of(), Map.of("isolatedmounts.timeout", "8s"));

        scenario.succeeds();
        assertThat(scenario.errors())
                .contains(
                        "isolated-mounts: warning: after its tests were finished, the forked JVM was killed because it"
                                + " took longer than the deadline of 8 s (configuration parameter `isolatedmounts.timeout`)");
        assertThat(scenario.output()).contains("\"hanging hook\"", "at org.isolatedmounts.it.robust.Hang.forEver(");
    }
}

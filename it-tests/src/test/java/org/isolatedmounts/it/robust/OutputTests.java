package org.isolatedmounts.it.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forks that print too much or in odd ways, or leave processes that could. */
class OutputTests {

    private static final long FLOOD = (long) Outputs.MEGABYTES << 20;
    private static final int OF_NEXT_TEST = "the next test runs\n".length();

    @Test
    @Tag("full")
    void manyLines() throws IOException, InterruptedException {
        assertThat(Scenario.play(Outputs.PrintsMuch.class).succeeds().outputSize())
                .isEqualTo(FLOOD + OF_NEXT_TEST);
    }

    @Test
    @Tag("full")
    void manyBytesAtOnce() throws IOException, InterruptedException {
        assertThat(Scenario.play(Outputs.WritesMuchAtOnce.class).succeeds().outputSize())
                .isEqualTo(FLOOD + OF_NEXT_TEST);
    }

    @Test
    @Tag("full")
    void manyBytesPastTheJvm() throws IOException, InterruptedException {
        assertThat(Scenario.play(Outputs.WritesMuchNatively.class).succeeds().outputSize())
                .isEqualTo(FLOOD + OF_NEXT_TEST);
    }

    @Test
    void closedOutput() throws IOException, InterruptedException {
        Scenario scenario = Scenario.play(Outputs.ClosesItsOutput.class).succeeds();

        assertThat(scenario.output()).isEqualTo("before\nthe next test runs\n");
        assertThat(scenario.errors()).isEqualTo("after\n");
    }

    @Test
    void interruptedThread() throws IOException, InterruptedException {
        assertThat(Scenario.play(Outputs.PrintsInterrupted.class).succeeds().output())
                .isEqualTo("still heard\nthe next test runs\n");
    }

    @Test
    void streamsThatAreTakenAway() throws IOException, InterruptedException {
        assertThat(Scenario.play(Outputs.HasNoStreams.class).succeeds().output())
                .isEqualTo("the next test runs\n");
    }

    @Test
    void processesThatGoOn() throws IOException, InterruptedException {
        Scenario.play(Outputs.LeavesProcesses.class).succeeds();
    }
}

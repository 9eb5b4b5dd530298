package org.isolatedmounts.it.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.HostState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody ends the host JVM in the middle of a test. */
@Timeout(120)
class SignalTests {

    private static final Duration CLEAN = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @Test
    void endOfTheHostJvmLeavesNothing() throws Exception {
        hostEndedBy("TERM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "INT"})
    @Tag("full")
    void othersLeaveNothingEither(String signal) throws Exception {
        hostEndedBy(signal);
    }

    /** As a terminal does for Ctrl-C and Ctrl-\\: all processes get the signal, in no certain order. */
    @Test
    void ctrlCToAllProcessesLeavesNothing() throws Exception {
        allEndedBy("INT");
    }

    @Test
    @Tag("full")
    void anotherSignalToAllProcessesLeavesNothing() throws Exception {
        allEndedBy("TERM");
    }

    private void hostEndedBy(String signal) throws Exception {
        endedBy(signal, host -> Stream.of(host.process().toHandle()));
    }

    private void allEndedBy(String signal) throws Exception {
        endedBy(
                signal,
                host -> Stream.concat(
                        host.process().descendants(), Stream.of(host.process().toHandle())));
    }

    private interface Targets {
        Stream<ProcessHandle> of(HostJvm host);
    }

    private void endedBy(String signal, Targets targets) throws Exception {
        Map<String, String> perClass = Map.of("isolatedmounts.fork", "per-class");
        try (HostJvm host = HostJvm.start(List.of(Gate.option(directory)), perClass)) {
            HostState state = HostState.capture(host);
            host.begin(HangingTestCase.class);
            new Gate(directory.resolve("hanging")).await();
            state.observe();
            assertThat(state.namespacesSeen()).isGreaterThanOrEqualTo(2);

            kill(signal, targets.of(host).map(ProcessHandle::pid).toList());

            assertThat(host.process().waitFor(CLEAN.toSeconds(), TimeUnit.SECONDS))
                    .as("the host JVM ends")
                    .isTrue();
            state.awaitNothingLeft(CLEAN);
        }
    }

    private static void kill(String signal, List<Long> pids) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        pids.forEach(pid -> command.add(pid.toString()));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}

package org.isolatedmounts.internal.availability.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.isolatedmounts.internal.availability.Availability;
import org.isolatedmounts.internal.availability.StageResult;
import org.isolatedmounts.internal.availability.Survey;
import org.isolatedmounts.internal.availability.machine.CommandResult.Ending;
import org.isolatedmounts.internal.availability.trial.FileSystemImage;
import org.isolatedmounts.internal.availability.trial.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThisMachineTests {

    private final ThisMachine machine = new ThisMachine();

    @Test
    void givesStatusAndBothStreams() {
        CommandResult result = machine.run(List.of("sh", "-c", "echo out; echo err >&2; exit 3"));

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.output()).isEqualTo("out\nerr\n");
        assertThat(result.evidence()).isEqualTo("$ sh -c 'echo out; echo err >&2; exit 3'\nexit status 3: out | err");
    }

    @Test
    void givesTheInput() {
        byte[] input = FileSystemImage.empty();

        assertThat(input).hasSize(64 << 10);
        assertThat(machine.run(List.of("wc", "-c"), input).output()).isEqualTo("65536\n");
        assertThat(machine.run(List.of("true"), input).succeeded())
                .as("it is not read")
                .isTrue();
        assertThat(machine.run(List.of("cat")).succeeded()).as("no input").isTrue();
    }

    @Test
    void runsInTheCLocale() {
        assertThat(machine.run(List.of("sh", "-c", "echo $LC_ALL")).output()).isEqualTo("C\n");
    }

    @Test
    void killsWhatDoesNotEnd() {
        CommandResult result =
                new ThisMachine(Duration.ofMillis(300)).run(List.of("sh", "-c", "echo hung; cat /dev/zero | tail -f"));

        assertThat(result.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(result.evidence()).contains("killed, it did not end in time: hung");
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(child -> child.info().commandLine().orElse("").contains("/dev/zero"));
    }

    @Test
    void doesNotWaitForAGrandchildThatKeepsThePipeOpen() {
        long before = System.nanoTime();
        CommandResult result = machine.run(List.of("sh", "-c", "tail -f /dev/null & echo $!"));
        ProcessHandle.of(Long.parseLong(
                        result.output().isBlank() ? "-1" : result.output().strip()))
                .ifPresent(ProcessHandle::destroyForcibly);

        assertThat(result.succeeded()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aProgramThatIsNotThereIsAResultToo() {
        CommandResult result = machine.run(List.of("no-such-program"));

        assertThat(result.ending()).isEqualTo(Ending.NOT_STARTED);
        assertThat(result.succeeded()).isFalse();
        assertThat(machine.onPath("no-such-program")).isFalse();
        assertThat(machine.onPath("sh")).isTrue();
    }

    @Test
    void readsFilesOfProc() {
        assertThat(machine.read("/proc/sys/kernel/ostype")).contains("Linux");
        assertThat(machine.read("/proc/no-such-file")).isEmpty();
        assertThat(machine.exists("/proc/self/ns/user")).isTrue();
        assertThat(machine.exists("/proc/no-such-file")).isFalse();
        assertThat(machine.isDirectory("/proc/self")).isTrue();
        assertThat(machine.isEmptyDirectory("/proc/self")).isFalse();
        assertThat(machine.isEmptyDirectory("/proc/no-such-file")).isFalse();
    }

    @Test
    void probingLeavesNothingBehind() throws IOException {
        String before = Files.readString(Path.of("/proc/self/mountinfo"));

        assertThat(Availability.probe(machine)).isEmpty();
        Availability.procWarning(machine);
        assertThat(Survey.of(machine).stages())
                .as("of those that no container we know of denies")
                .filteredOn(result -> List.of(Stage.BIND, Stage.TMPFS).contains(result.stage()))
                .extracting(StageResult::answer)
                .containsOnly(StageResult.Answer.YES);

        assertThat(Files.readString(Path.of("/proc/self/mountinfo"))).isEqualTo(before);
        assertThat(ProcessHandle.current().children())
                .noneMatch(child -> child.info().command().orElse("").contains("unshare"));
    }
}

package org.isolatedmounts.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isolatedmounts.internal.availability.StageResult.Answer;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.FakeMachine;
import org.isolatedmounts.internal.availability.machine.ThisMachine;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoctorTests {

    private static final String EPERM = "unshare: unshare failed: Operation not permitted";

    private final FakeMachine machine = new FakeMachine();

    @Test
    void aMachineThatDeniesNothingIsNotExaminedAnyFurther() {
        assertThat(Doctor.explainUnavailability(machine)).isEmpty();

        assertThat(machine.commands).noneMatch(command -> command.toString().contains("overlay"));
    }

    @Test
    void everythingWorks() {
        Findings findings = Doctor.examine(machine);

        assertThat(findings.available()).isTrue();
        assertThat(findings.caller()).isEqualTo(User.ORDINARY_USER);
        assertThat(Doctor.explainUnavailability(machine)).isEmpty();
        assertThat(TextReport.of(findings))
                .contains("Isolated tests will run here as an ordinary user.")
                .contains("isolated tests                      ?             yes")
                .contains("root: not probed, as the caller is uid 1000, gid 1000; run the doctor as root to see it")
                .contains("Nothing: all that was probed works.");
    }

    @Test
    void rootIsAlsoProbedAsAnOrdinaryUser() {
        rootsMachine();

        Findings findings = Doctor.examine(machine);

        assertThat(findings.caller()).isEqualTo(User.ROOT);
        assertThat(TextReport.of(findings))
                .contains("isolated tests                      yes           yes")
                .contains("user namespace                    not needed    yes")
                .contains("ordinary user: probed as uid 65534 through setpriv");
    }

    @Test
    void whatIsDeniedToOrdinaryUsersOnlyDoesNotConcernRoot() {
        rootsMachine()
                .sysctl("kernel.unprivileged_userns_clone", 0)
                .failsWhere(command -> command.contains("--user"), EPERM);

        Findings findings = Doctor.examine(machine);

        assertThat(findings.available()).isTrue();
        assertThat(findings.ordinaryUser().available()).contains(false);
        assertThat(findings.changes()).singleElement().satisfies(change -> {
            assertThat(change.users()).containsExactly(User.ORDINARY_USER);
            assertThat(change.required()).isTrue();
            assertThat(change.denial().fix()).startsWith("sudo sysctl -w kernel.unprivileged_userns_clone=1");
        });
        assertThat(TextReport.of(findings))
                .contains("Isolated tests will run here as root.")
                .contains("isolated tests                      yes           no")
                .contains("ordinary user: creating a user namespace is denied to ordinary users by a sysctl");
    }

    @Test
    void whatIsDeniedToBothIsSaidOnce() {
        rootsMachine()
                .sysctl("user.max_mnt_namespaces", 0)
                .failsWhere(command -> command.contains("--mount"), "unshare: unshare failed: No space left on device");

        Findings findings = Doctor.examine(machine);

        assertThat(findings.available()).isFalse();
        assertThat(findings.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.headline())
                        .isEqualTo(
                                "root and ordinary user: creating a mount namespace is denied by a limit on the number of"
                                        + " namespaces"));
    }

    @Test
    void whatKeepsTestsFromRunningComesFirst() {
        rootsMachine()
                .fails(Stage.OVERLAY, "mount: merged: unknown filesystem type 'overlay'.")
                .sysctl("kernel.unprivileged_userns_clone", 0)
                .failsWhere(command -> command.contains("--user"), EPERM);

        assertThat(Doctor.examine(machine).changes())
                .extracting(Change::headline)
                .containsExactly(
                        "ordinary user: creating a user namespace is denied to ordinary users by a sysctl of the kernel",
                        "root: mounting an overlay is not built into this kernel");
    }

    @Test
    void aRootThatCannotBecomeAnotherSaysSo() {
        machine.file("/proc/self/status", FakeMachine.ROOT)
                .failsWhere(
                        command -> command.contains("--reuid=65534"), "setpriv: setresuid failed: Invalid argument");

        Findings findings = Doctor.examine(machine);

        assertThat(findings.available()).isTrue();
        assertThat(findings.ordinaryUser().available()).isEmpty();
        assertThat(findings.ordinaryUser().how())
                .startsWith("not probed, as root cannot become uid 65534: $ setpriv --reuid=65534 ")
                .endsWith("cat /proc/self/status, exit status 1: setpriv: setresuid failed: Invalid argument");
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> denyingMachines() {
        String enospc = "unshare: unshare failed: No space left on device";
        return Stream.of(
                denying(Layer.OPERATING_SYSTEM, machine -> machine.osName = "Mac OS X"),
                denying(Layer.PROC, machine -> machine.files.clear()),
                denying(Layer.PROGRAMS, machine -> machine.programs.remove("unshare")),
                denying(Layer.KERNEL_VERSION, machine -> machine.file("/proc/sys/kernel/osrelease", "4.18.0")),
                denying(Layer.WORK_DIRECTORY, machine -> machine.directories.clear()),
                denying(Layer.KERNEL_CONFIG, machine -> {
                    machine.paths.remove("/proc/self/ns/user");
                    machine.fails(Stage.USER_NAMESPACE, "unshare: unshare failed: Invalid argument");
                }),
                denying(
                        Layer.NAMESPACE_LIMIT,
                        machine -> machine.fails(Stage.USER_NAMESPACE, enospc).sysctl("user.max_user_namespaces", 0)),
                denying(
                        Layer.USER_NAMESPACE_SYSCTL,
                        machine -> machine.fails(Stage.USER_NAMESPACE, EPERM)
                                .sysctl("kernel.unprivileged_userns_clone", 0)),
                denying(
                        Layer.CHROOT,
                        machine -> machine.fails(Stage.USER_NAMESPACE, EPERM)
                                .file("/proc/self/mountinfo", "40 21 0:4 / /proc rw - proc proc rw")),
                denying(
                        Layer.SECCOMP,
                        machine -> machine.file(
                                        "/proc/self/status", FakeMachine.status("1000", "0000000000000000", "2"))
                                .fails(Stage.USER_NAMESPACE, EPERM)),
                denying(
                        Layer.APPARMOR,
                        machine -> machine.fails(Stage.USER_NAMESPACE, EPERM)
                                .sysctl("kernel.apparmor_restrict_unprivileged_userns", 1)),
                denying(
                        Layer.SELINUX,
                        machine -> machine.fails(Stage.USER_NAMESPACE, "unshare: unshare failed: Permission denied")
                                .file("/proc/self/attr/current", "staff_u:staff_r:staff_t:s0")),
                denying(
                        Layer.CAPABILITIES,
                        machine -> machine.file("/proc/self/status", FakeMachine.status("0", "0000000000000000", "0"))
                                .fails(Stage.USER_NAMESPACE, EPERM)),
                denying(Layer.UNKNOWN, machine -> machine.fails(Stage.USER_NAMESPACE, EPERM)));
    }

    private static org.junit.jupiter.params.provider.Arguments denying(Layer layer, Consumer<FakeMachine> denial) {
        return arguments(layer, denial);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("denyingMachines")
    void everyLayerIsNamedWithItsFix(Layer layer, Consumer<FakeMachine> deny) {
        deny.accept(machine);

        Findings findings = Doctor.examine(machine);

        assertThat(findings.available()).isFalse();
        assertThat(findings.denial().orElseThrow().layer()).isEqualTo(layer);
        String firstWords = findings.denial().orElseThrow().fix().split(" ", -1)[0];
        String text = TextReport.of(findings);
        assertThat(text)
                .contains("Isolated tests will NOT run here as ")
                .contains("What to change", "    Fix: " + firstWords);
        assertThat(text.replaceAll("\\s+", " ")).contains(layer.predicate());
        assertThat(JsonReport.of(findings)).contains("\"available\": false").contains("\"layer\": \"" + layer + "\"");
        assertThat(Doctor.explainUnavailability(machine).orElseThrow())
                .startsWith(findings.denial().orElseThrow().message() + "\nWhat works ")
                .contains("  isolated tests      ")
                .endsWith(" doctor");
    }

    @Test
    void theTextOfTheErrorIsShort() {
        machine.fails(Stage.USER_NAMESPACE, EPERM).sysctl("kernel.unprivileged_userns_clone", 0);

        assertThat(Doctor.explainUnavailability(machine).orElseThrow().lines()).hasSizeLessThan(27);
    }

    @Test
    void everyLineOfTheTextFitsATerminal() {
        rootsMachine().failsWhere(command -> command.contains("unshare"), "unshare: " + "long words ".repeat(30));

        assertThat(TextReport.of(Doctor.examine(machine)).lines())
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(DoctorMain.HELP.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(92));
    }

    @Test
    @Timeout(60)
    void aMachineOnWhichEverythingHangsIsExaminedToTheEnd() {
        ThisMachine real = new ThisMachine(Duration.ofMillis(200));
        FakeMachine hanging = new FakeMachine() {
            @Override
            public CommandResult run(List<String> command, byte[] input) {
                return real.run(List.of("tail", "-f", "/dev/null"), input);
            }
        };

        Findings findings = Doctor.examine(hanging);

        assertThat(findings.denial().orElseThrow().evidence()).contains("killed, it did not end in time");
        assertThat(findings.ordinaryUser().result(Stage.LOOP).orElseThrow().answer())
                .isEqualTo(Answer.NOT_PROBED);
        assertThat(Table.notes(findings))
                .filteredOn(note -> note.contains("a probe before it did not end in time"))
                .as("said once")
                .hasSize(1);
        assertThat(ProcessHandle.current().children())
                .noneMatch(child -> child.info().commandLine().orElse("").contains("tail -f"));
    }

    private FakeMachine rootsMachine() {
        return machine.file("/proc/self/status", FakeMachine.ROOT)
                .answers(
                        List.of(
                                "setpriv",
                                "--reuid=65534",
                                "--regid=65534",
                                "--clear-groups",
                                "--inh-caps=-all",
                                "--ambient-caps=-all",
                                "--",
                                "cat",
                                "/proc/self/status"),
                        0,
                        FakeMachine.status("65534", "0000000000000000", "0"));
    }
}

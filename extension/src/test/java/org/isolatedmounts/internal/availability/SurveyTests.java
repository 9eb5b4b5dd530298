package org.isolatedmounts.internal.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.availability.StageResult.Answer.NO;
import static org.isolatedmounts.internal.availability.StageResult.Answer.NOT_NEEDED;
import static org.isolatedmounts.internal.availability.StageResult.Answer.NOT_PROBED;
import static org.isolatedmounts.internal.availability.StageResult.Answer.YES;

import java.util.List;
import org.isolatedmounts.internal.availability.StageResult.Answer;
import org.isolatedmounts.internal.availability.machine.CommandResult.Ending;
import org.isolatedmounts.internal.availability.machine.FakeMachine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;
import org.isolatedmounts.internal.availability.trial.Denial;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyTests {

    private static final String EPERM = "Operation not permitted";

    private final FakeMachine machine = new FakeMachine()
            .answers(List.of("mount", "--version"), 0, "mount from util-linux 2.41 (libmount 2.41: fd-based-mount)");

    @Test
    void everythingWorks() {
        Survey survey = Survey.of(machine);

        assertThat(survey.denial()).isEmpty();
        assertThat(survey.stages()).extracting(StageResult::stage).containsExactly(Stage.values());
        assertThat(survey.stages()).extracting(StageResult::answer).containsOnly(YES);
    }

    @Test
    void rootNeedsNoUserNamespace() {
        machine.file("/proc/self/status", FakeMachine.ROOT);

        assertThat(answer(Stage.USER_NAMESPACE)).isEqualTo(NOT_NEEDED);
        assertThat(answer(Stage.MOUNT_NAMESPACE)).isEqualTo(YES);
    }

    @Test
    void stagesAfterTheOneThatIsDeniedAreTriedAllTheSame() {
        machine.fails(Stage.MOUNT_NAMESPACE, "unshare: unshare failed: " + EPERM)
                .fails(Stage.TMPFS, "unshare: unshare failed: " + EPERM)
                .fails(Stage.OVERLAY, "unshare: unshare failed: " + EPERM);

        Survey survey = Survey.of(machine);

        assertThat(survey.denial().orElseThrow().attempt()).isEqualTo("creating a mount namespace");
        assertThat(survey.result(Stage.MOUNT_NAMESPACE).denial()).isEqualTo(survey.denial());
        assertThat(List.of(survey.result(Stage.TMPFS), survey.result(Stage.OVERLAY)))
                .allSatisfy(result -> {
                    assertThat(result.answer()).isEqualTo(NO);
                    assertThat(result.denial()).as("it says nothing new").isEmpty();
                });
        assertThat(survey.result(Stage.BIND).answer()).isEqualTo(YES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"NEW_PROC", "BIND", "RECURSIVE_READ_ONLY", "OVERLAY", "LOOP"})
    void whatIsNotRequiredDeniesNothingButItself(Stage stage) {
        machine.fails(stage, EPERM);

        Survey survey = Survey.of(machine);

        assertThat(survey.denial()).isEmpty();
        assertThat(survey.result(stage).answer()).isEqualTo(NO);
        assertThat(survey.result(stage).denial()).isPresent();
    }

    @Test
    void imagesAreForRoot() {
        Denial denial = denial(Stage.LOOP, "mount: files: failed to setup loop device for /sys/kernel/debug/image.");

        assertThat(denial.layer()).isEqualTo(Layer.CAPABILITIES);
        assertThat(denial.fix()).isEqualTo("run tests that need it as root, outside of user namespaces.");
    }

    @Test
    void imagesAreNotForTheRootOfAUserNamespace() {
        machine.file("/proc/self/status", FakeMachine.ROOT).file("/proc/self/uid_map", "0 100000 65536");

        assertThat(denial(Stage.LOOP, "mount: /sys/kernel/debug/files: permission denied.")
                        .layer())
                .isEqualTo(Layer.CAPABILITIES);
    }

    @Test
    void rootNeedsALoopDevice() {
        machine.file("/proc/self/status", FakeMachine.ROOT).path("/.dockerenv");

        Denial denial = denial(Stage.LOOP, "mount: files: failed to setup loop device for /sys/kernel/debug/image.");

        assertThat(denial.layer()).isEqualTo(Layer.LOOP_DEVICE);
        assertThat(denial.evidence()).endsWith("/dev/loop-control does not exist");
        assertThat(denial.fix()).startsWith("docker run --privileged");
    }

    @ParameterizedTest
    @CsvSource({"000001ffffffffff, 2", "000001ffffffffff, 0"})
    void withoutLoopDevicesNobodyElseIsBlamed(String capabilities, String seccomp) {
        machine.file("/proc/self/status", FakeMachine.status("0", capabilities, seccomp))
                .path("/.dockerenv");

        Denial denial = denial(Stage.LOOP, "mount: files: mount failed: " + EPERM + ".");

        assertThat(denial.layer()).isEqualTo(Layer.LOOP_DEVICE);
        assertThat(denial.evidence()).contains("there are no loop devices here");
        assertThat(denial.fix()).startsWith("docker run --privileged").doesNotContain("seccomp", "SYS_ADMIN");
    }

    @Test
    void anOverlayNeedsItsModule() {
        machine.file("/proc/filesystems", "nodev\ttmpfs\n\text4");

        Denial denial = denial(Stage.OVERLAY, "mount: merged: unknown filesystem type 'overlay'.");

        assertThat(denial.layer()).isEqualTo(Layer.KERNEL_CONFIG);
        assertThat(denial.evidence()).endsWith("overlay is not listed in /proc/filesystems");
        assertThat(denial.fix())
                .isEqualTo("sudo modprobe overlay, or boot a kernel that was built with CONFIG_OVERLAY_FS=y.");
    }

    @Test
    void aMaskedProc() {
        machine.file("/proc/self/mountinfo", """
                21 1 8:1 / / rw - ext4 /dev/sda1 rw
                33 31 0:32 / /proc/acpi ro - tmpfs tmpfs ro""");

        Denial denial = denial(Stage.NEW_PROC, "mount: /proc: permission denied.");

        assertThat(denial.layer()).isEqualTo(Layer.PROC_MASKED);
        assertThat(denial.evidence()).endsWith("mounted over parts of /proc: /proc/acpi");
        assertThat(denial.fix()).startsWith("umount");
    }

    @Test
    void theRulesForUserNamespacesDoNotExplainWhatIsDeniedWhereTheyCanBeMade() {
        machine.sysctl("kernel.apparmor_restrict_unprivileged_userns", 1).sysctl("kernel.unprivileged_userns_clone", 0);

        assertThat(denial(Stage.NEW_ROOT, "pivot_root: failed to change root: " + EPERM)
                        .layer())
                .isEqualTo(Layer.UNKNOWN);
    }

    /** Ubuntu 24.04 has the second: it accepts the option and does nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mount from util-linux 2.38.1 (libmount 2.38.1: selinux, namespaces, assert, debug)",
                "mount from util-linux 2.39.3 (libmount 2.39.3: selinux, namespaces, idmapping, statx, assert, debug)"
            })
    void aMountThatDoesNotMountByFileDescriptorsCannotTell(String version) {
        machine.answers(List.of("mount", "--version"), 0, version).fails(Stage.RECURSIVE_READ_ONLY, "");

        StageResult result = Survey.of(machine).result(Stage.RECURSIVE_READ_ONLY);

        assertThat(result.answer()).isEqualTo(NOT_PROBED);
        assertThat(result.remark()).contains("fd-based-mount", "util-linux 2.39");
    }

    @Test
    void aProgramThatIsNotThereIsNoDenial() {
        machine.answers(
                Stage.NEW_ROOT.command(machine, ProcStatus.of(machine).orElseThrow()),
                127,
                "sh: 1: pivot_root: not found");

        StageResult result = Survey.of(machine).result(Stage.NEW_ROOT);

        assertThat(result.answer()).isEqualTo(NOT_PROBED);
        assertThat(result.remark()).isEqualTo("sh: 1: pivot_root: not found");
    }

    @Test
    void nothingIsTriedAfterAProbeThatHangs() {
        machine.ends(Stage.TMPFS, Ending.TIMED_OUT);

        Survey survey = Survey.of(machine);

        assertThat(survey.denial().orElseThrow().attempt()).startsWith("mounting a tmpfs");
        assertThat(survey.stages())
                .extracting(StageResult::answer)
                .containsExactly(
                        YES,
                        YES,
                        YES,
                        NO,
                        NOT_PROBED,
                        NOT_PROBED,
                        NOT_PROBED,
                        NOT_PROBED,
                        NOT_PROBED,
                        NOT_PROBED,
                        NOT_PROBED,
                        NOT_PROBED,
                        NOT_PROBED,
                        NOT_PROBED);
    }

    @Test
    void aCallThatIsRefusedWhileMountsAreLaidDenies() {
        machine.file("/proc/self/status", FakeMachine.status("1000", "0000000000000000", "2"))
                .fails(Stage.LAY, "a trial: move_mount(4, \"\", AT_FDCWD, \"/x\"): EPERM");

        Survey survey = Survey.of(machine);

        assertThat(survey.denial().orElseThrow().message())
                .contains("laying mounts by system calls is denied by a seccomp filter")
                .contains("move_mount(2): Operation not permitted");
        assertThat(survey.result(Stage.LAY).answer()).isEqualTo(NO);
        assertThat(survey.result(Stage.BIND).answer()).isEqualTo(YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a trial: move_mount(4, \"\", AT_FDCWD, \"/x\"): ENOENT", ""})
    void whatEndsLayingOtherwiseTellsNothing(String output) {
        machine.fails(Stage.LAY, output);

        Survey survey = Survey.of(machine);

        assertThat(survey.denial()).isEmpty();
        assertThat(survey.result(Stage.LAY).answer()).isEqualTo(NOT_PROBED);
        assertThat(survey.result(Stage.LAY).remark()).startsWith("it came to no answer: ");
        assertThat(survey.result(Stage.LOOP).answer()).isEqualTo(YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot create VM thread. Out of system resources.",
                "There is insufficient memory for the Java Runtime Environment to continue.",
                "sh: 1: Cannot fork: Resource temporarily unavailable"
            })
    void aJvmThatHasNoRoomDenies(String output) {
        machine.file("/proc/self/limits", """
                Limit                     Soft Limit           Hard Limit           Units
                Max data size             unlimited            unlimited            bytes
                Max processes             60                   60                   processes
                """).fails(Stage.LAY, output);

        Denial denial = Survey.of(machine).denial().orElseThrow();

        assertThat(denial.layer()).isEqualTo(Layer.RESOURCE_LIMIT);
        assertThat(denial.evidence())
                .contains(output)
                .endsWith("Max processes 60 60 processes")
                .doesNotContain("Max data size");
        assertThat(denial.fix()).contains("ulimit -u");
    }

    @ParameterizedTest
    @CsvSource({"unlimited, NOT_PROBED", "102400, NO"})
    void aNativeLibraryThatCannotBeUnpackedDeniesIfFilesAreLimited(String limit, Answer answer) {
        machine.file("/proc/self/limits", "Max file size             " + limit + "   unlimited   bytes\n")
                .fails(Stage.LAY, "java.lang.UnsatisfiedLinkError: could not load FFI provider jnr.ffi.provider.jffi");

        Survey survey = Survey.of(machine);

        assertThat(survey.result(Stage.LAY).answer()).isEqualTo(answer);
        assertThat(survey.denial().map(Denial::fix).orElse(""))
                .matches(fix -> fix.contains("ulimit -f") == (answer == NO));
    }

    @Test
    void aJvmThatDoesNotFindItsClassesTellsThat() {
        machine.fails(Stage.LAY, "Exception in thread \"main\" java.lang.NoClassDefFoundError: jnr/ffi/LibraryLoader");

        StageResult result = Survey.of(machine).result(Stage.LAY);

        assertThat(result.answer()).isEqualTo(NOT_PROBED);
        assertThat(result.remark()).contains("did not find its classes", "this user may not read them");
    }

    @Test
    void withoutTheJarsNothingIsLaid() {
        machine.hasJnr = false;

        Survey survey = Survey.of(machine);

        assertThat(survey.denial()).isEmpty();
        assertThat(survey.result(Stage.LAY).answer()).isEqualTo(NOT_PROBED);
        assertThat(survey.result(Stage.LAY).remark()).startsWith("it takes jnr-ffi");
    }

    @Test
    void aMissingRequirementIsTheDenialAndWhatWorksIsToldAllTheSame() {
        machine.file("/proc/sys/kernel/osrelease", "5.4.0");

        Survey survey = Survey.of(machine);

        assertThat(survey.denial().orElseThrow().layer()).isEqualTo(Layer.KERNEL_VERSION);
        assertThat(survey.result(Stage.TMPFS).answer()).isEqualTo(YES);
    }

    @Test
    void onAnotherOperatingSystemNothingIsTried() {
        machine.osName = "Mac OS X";

        Survey survey = Survey.of(machine);

        assertThat(survey.denial().orElseThrow().layer()).isEqualTo(Layer.OPERATING_SYSTEM);
        assertThat(survey.stages()).extracting(StageResult::answer).containsOnly(NOT_PROBED);
        assertThat(machine.commands).isEmpty();
    }

    private Answer answer(Stage stage) {
        return Survey.of(machine).result(stage).answer();
    }

    private Denial denial(Stage stage, String output) {
        machine.fails(stage, output);
        return Survey.of(machine).result(stage).denial().orElseThrow();
    }
}

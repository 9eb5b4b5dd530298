package org.isolatedmounts.internal.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.availability.trial.Stage.DROP_RIGHTS;
import static org.isolatedmounts.internal.availability.trial.Stage.ENTER;
import static org.isolatedmounts.internal.availability.trial.Stage.FORK;
import static org.isolatedmounts.internal.availability.trial.Stage.MOUNT_NAMESPACE;
import static org.isolatedmounts.internal.availability.trial.Stage.PID_NAMESPACE;
import static org.isolatedmounts.internal.availability.trial.Stage.TMPFS;
import static org.isolatedmounts.internal.availability.trial.Stage.USER_NAMESPACE;

import java.util.List;
import org.isolatedmounts.internal.availability.machine.FakeMachine;
import org.isolatedmounts.internal.availability.machine.ProcStatus;
import org.isolatedmounts.internal.availability.trial.Denial;
import org.isolatedmounts.internal.availability.trial.Layer;
import org.isolatedmounts.internal.availability.trial.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityTests {

    private static final String EPERM = "unshare: unshare failed: Operation not permitted";
    private static final String EACCES = "unshare: unshare failed: Permission denied";
    private static final String ENOSPC = "unshare: unshare failed: No space left on device";
    private static final String UID_MAP = "unshare: write failed /proc/self/uid_map: Operation not permitted";
    private static final String PROPAGATION = "unshare: cannot change root filesystem propagation: Permission denied";
    private static final List<String> UNSHARE_NOTHING = List.of("unshare", "--", "sh", "-c", "true");

    private final FakeMachine machine = new FakeMachine();

    @Test
    void nothingIsDeniedWhereEveryStageSucceeds() {
        assertThat(Availability.probe(machine)).isEmpty();
        assertThat(machine.commands).hasSize(9).allMatch(command -> command.contains("--user"));
    }

    @Test
    void rootNeedsNoUserNamespace() {
        machine.file("/proc/self/status", FakeMachine.ROOT);

        assertThat(Availability.probe(machine)).isEmpty();
        assertThat(machine.commands).hasSize(8).noneMatch(command -> command.contains("--user"));
    }

    @Test
    void theMessageTellsLayerEvidenceFixAndSwitch() {
        machine.fails(USER_NAMESPACE, ENOSPC).sysctl("user.max_user_namespaces", 0);

        assertThat(denial().message()).isEqualTo("""
                Private mount namespaces are not available on this machine: creating a user namespace is denied by a \
                limit on the number of namespaces.
                  $ unshare --user --map-current-user --keep-caps -- sh -c true
                  exit status 1: unshare: unshare failed: No space left on device
                  user.max_user_namespaces = 0
                Fix: sudo sysctl -w user.max_user_namespaces=15000 (to keep it, write it to a file in /etc/sysctl.d).""");
    }

    @Test
    void anotherOperatingSystem() {
        machine.osName = "Mac OS X";

        assertThat(denial().layer()).isEqualTo(Layer.OPERATING_SYSTEM);
        assertThat(denial().evidence()).isEqualTo("os.name = Mac OS X");
        assertThat(machine.commands).isEmpty();
    }

    @Test
    void noProc() {
        machine.files.clear();

        assertThat(denial().layer()).isEqualTo(Layer.PROC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unshare", "mount", "setpriv"})
    void aMissingProgramOfUtilLinux(String program) {
        machine.programs.remove(program);

        assertThat(denial().layer()).isEqualTo(Layer.PROGRAMS);
        assertThat(denial().evidence()).isEqualTo("not found on PATH: " + program);
        assertThat(denial().fix()).contains("apt-get install", "dnf install", "apk add");
    }

    @Test
    void aMissingShell() {
        machine.programs.remove("sh");

        assertThat(denial().evidence()).isEqualTo("not found on PATH: sh");
        assertThat(denial().fix()).startsWith("install a POSIX shell");
    }

    @Test
    void unshareOfBusyBox() {
        machine.fails(USER_NAMESPACE, "unshare: unrecognized option: map-current-user\nBusyBox v1.36.1 ()")
                .answers(
                        List.of("unshare", "--version"),
                        1,
                        "unshare: unrecognized option: version\nBusyBox v1.36.1 ()");

        assertThat(denial().layer()).isEqualTo(Layer.PROGRAMS);
        assertThat(denial().evidence()).contains("it is BusyBox v1.36.1");
        assertThat(denial().fix()).contains("apk add util-linux");
    }

    @Test
    void unshareOfAnOldUtilLinux() {
        machine.fails(USER_NAMESPACE, "unshare: unrecognized option '--keep-caps'")
                .answers(List.of("unshare", "--version"), 0, "unshare from util-linux 2.34");

        assertThat(denial().layer()).isEqualTo(Layer.PROGRAMS);
        assertThat(denial().evidence()).contains("it is unshare from util-linux 2.34");
        assertThat(denial().fix()).contains("2.36 or later");
    }

    @Test
    void setprivOfBusyBox() {
        machine.fails(DROP_RIGHTS, "setpriv: unrecognized option: bounding-set=-sys_admin");

        assertThat(denial().layer()).isEqualTo(Layer.PROGRAMS);
        assertThat(machine.commands).contains(List.of("setpriv", "--version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.18.0-553.el8.x86_64", "5.4.0-150-generic", "5.11.22"})
    void anOldKernel(String release) {
        machine.file("/proc/sys/kernel/osrelease", release);

        assertThat(denial().layer()).isEqualTo(Layer.KERNEL_VERSION);
        assertThat(denial().evidence()).contains(release, "5.12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.12.0", "5.15.167.4-microsoft-standard-WSL2", "6.1.0-rc1", "10.0.0", "unheard of"})
    void aKernelThatWillDo(String release) {
        machine.file("/proc/sys/kernel/osrelease", release);

        assertThat(Availability.probe(machine)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "USER_NAMESPACE, user.max_user_namespaces",
        "MOUNT_NAMESPACE, user.max_mnt_namespaces",
        "PID_NAMESPACE, user.max_pid_namespaces"
    })
    void aLimitOfZero(Stage stage, String sysctl) {
        machine.fails(stage, ENOSPC).sysctl(sysctl, 0);

        assertThat(denial().layer()).isEqualTo(Layer.NAMESPACE_LIMIT);
        assertThat(denial().evidence()).contains(sysctl + " = 0");
        assertThat(denial().fix()).startsWith("sudo sysctl -w " + sysctl + "=15000");
    }

    @Test
    void aLimitThatIsReached() {
        machine.fails(USER_NAMESPACE, ENOSPC).sysctl("user.max_user_namespaces", 63432);

        assertThat(denial().layer()).isEqualTo(Layer.NAMESPACE_LIMIT);
        assertThat(denial().evidence()).contains("user.max_user_namespaces = 63432");
        assertThat(denial().fix()).contains("lsns", "outer user namespace");
    }

    @Test
    void theSwitchOfDebian() {
        machine.fails(USER_NAMESPACE, EPERM).sysctl("kernel.unprivileged_userns_clone", 0);

        assertThat(denial().layer()).isEqualTo(Layer.USER_NAMESPACE_SYSCTL);
        assertThat(denial().fix()).startsWith("sudo sysctl -w kernel.unprivileged_userns_clone=1");
    }

    @Test
    void aSwitchThatIsOnDeniesNothing() {
        machine.fails(USER_NAMESPACE, EPERM)
                .sysctl("kernel.unprivileged_userns_clone", 1)
                .sysctl("kernel.apparmor_restrict_unprivileged_userns", 0);

        assertThat(denial().layer()).isEqualTo(Layer.UNKNOWN);
        assertThat(denial().evidence()).contains("$ unshare", EPERM, "Seccomp: 0", "NoNewPrivs: 0");
    }

    @Test
    void theRestrictionOfUbuntu() {
        machine.fails(USER_NAMESPACE, UID_MAP).sysctl("kernel.apparmor_restrict_unprivileged_userns", 1);

        assertThat(denial().layer()).isEqualTo(Layer.APPARMOR);
        assertThat(denial().evidence()).contains("kernel.apparmor_restrict_unprivileged_userns = 1");
        assertThat(denial().fix())
                .startsWith("sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0")
                .contains("profile unshare /usr/bin/unshare flags=(unconfined) { userns, }");
    }

    @Test
    void theProfileOfUnshareThatUbuntuShips() {
        ProcStatus status = ProcStatus.of(machine).orElseThrow();
        machine.fails(MOUNT_NAMESPACE, PROPAGATION)
                .sysctl("kernel.apparmor_restrict_unprivileged_userns", 1)
                .answers(
                        USER_NAMESPACE.inNamespaces(status, List.of("cat", "/proc/self/attr/current")),
                        0,
                        "unshare//&unpriv_unshare (enforce)");

        assertThat(denial().layer()).isEqualTo(Layer.APPARMOR);
        assertThat(denial().fix()).startsWith("sudo apparmor_parser -R /etc/apparmor.d/unshare-userns-restrict");
    }

    @Test
    void theProfileOfDocker() {
        machine.fails(MOUNT_NAMESPACE, PROPAGATION)
                .path("/.dockerenv")
                .file("/proc/self/attr/current", "docker-default (enforce)");

        assertThat(denial().layer()).isEqualTo(Layer.APPARMOR);
        assertThat(denial().evidence()).contains("/proc/self/attr/current: docker-default (enforce)");
        assertThat(denial().fix()).startsWith("docker run --security-opt apparmor=unconfined");
    }

    /** The switch of the host is for processes without a profile, and lifting it leaves "deny mount" in force. */
    @Test
    void theProfileInForceComesBeforeTheSwitchOfTheHost() {
        machine.fails(MOUNT_NAMESPACE, PROPAGATION)
                .path("/.dockerenv")
                .sysctl("kernel.apparmor_restrict_unprivileged_userns", 1)
                .file("/proc/self/attr/current", "docker-default (enforce)");

        assertThat(denial().layer()).isEqualTo(Layer.APPARMOR);
        assertThat(denial().evidence()).contains("/proc/self/attr/current: docker-default (enforce)");
        assertThat(denial().fix())
                .startsWith("docker run --security-opt apparmor=unconfined")
                .doesNotContain("sysctl");
    }

    @Test
    void aProfileThatDeniesUnshareItself() {
        machine.fails(USER_NAMESPACE, EACCES).file("/proc/self/attr/current", "strict (enforce)");

        assertThat(denial().layer()).isEqualTo(Layer.APPARMOR);
        assertThat(denial().evidence()).contains("/proc/self/attr/current: strict (enforce)");
        assertThat(denial().fix()).contains("allow \"mount,\" and \"userns,\" in that profile");
    }

    @Test
    void eaccesFromUnshareComesFromASecurityModuleWhicheverItIs() {
        machine.fails(USER_NAMESPACE, EACCES).file("/sys/kernel/security/lsm", "lockdown,capability,landlock,yama,bpf");

        assertThat(denial().layer()).isEqualTo(Layer.SECURITY_MODULE);
        assertThat(denial().evidence()).contains("lockdown,capability,landlock,yama,bpf");
    }

    @Test
    void aSecurityModuleThatDeniesTheNamespacesOfRoot() {
        machine.file("/proc/self/status", FakeMachine.ROOT).fails(MOUNT_NAMESPACE, EACCES);

        assertThat(denial().layer()).isEqualTo(Layer.SECURITY_MODULE);
        assertThat(denial().evidence()).contains("/sys/kernel/security/lsm: cannot be read");
    }

    @Test
    void aProfileThatDeniesTmpfsOnly() {
        machine.fails(TMPFS, "mount: /: permission denied.").file("/proc/self/attr/current", "snap.ide (enforce)");

        assertThat(denial().attempt()).isEqualTo("mounting a tmpfs in a private mount namespace");
        assertThat(denial().layer()).isEqualTo(Layer.APPARMOR);
    }

    @Test
    void aProfileHasNoSayInCreatingAUserNamespace() {
        machine.fails(USER_NAMESPACE, EPERM).file("/proc/self/attr/current", "docker-default (enforce)");

        assertThat(denial().layer()).isEqualTo(Layer.UNKNOWN);
    }

    @Test
    void seLinux() {
        machine.fails(USER_NAMESPACE, EACCES)
                .file("/proc/self/attr/current", "staff_u:staff_r:staff_t:s0-s0:c0.c1023")
                .file("/sys/fs/selinux/enforce", "1");

        assertThat(denial().layer()).isEqualTo(Layer.SELINUX);
        assertThat(denial().fix()).startsWith("let staff_t do it: sudo ausearch");
    }

    @Test
    void seLinuxInAContainer() {
        machine.fails(USER_NAMESPACE, EACCES)
                .path("/run/.containerenv")
                .file("/proc/self/attr/current", "system_u:system_r:container_t:s0:c570,c767");

        assertThat(denial().layer()).isEqualTo(Layer.SELINUX);
        assertThat(denial().fix()).startsWith("podman run --security-opt label=disable");
    }

    @Test
    void aPermissiveSeLinuxDeniesNothing() {
        machine.fails(USER_NAMESPACE, EACCES)
                .file("/proc/self/attr/current", "staff_u:staff_r:staff_t:s0")
                .file("/sys/fs/selinux/enforce", "0");

        assertThat(denial().layer()).isEqualTo(Layer.SECURITY_MODULE);
    }

    @Test
    void theFilterOfDockerForAnOrdinaryUser() {
        machine.file("/proc/self/status", FakeMachine.status("1000", "0000000000000000", "2"))
                .file("/proc/self/attr/current", "docker-default (enforce)")
                .path("/.dockerenv")
                .fails(USER_NAMESPACE, EPERM)
                .answers(UNSHARE_NOTHING, 1, EPERM);

        assertThat(denial().layer()).isEqualTo(Layer.SECCOMP);
        assertThat(denial().evidence()).contains("Seccomp: 2", "$ unshare -- sh -c true");
        assertThat(denial().fix())
                .startsWith("docker run --security-opt seccomp=unconfined --security-opt apparmor=unconfined");
    }

    @Test
    void theFilterOfDockerForItsRoot() {
        machine.file("/proc/self/status", FakeMachine.ROOT_OF_A_CONTAINER)
                .file("/proc/self/attr/current", "docker-default (enforce)")
                .path("/.dockerenv")
                .fails(USER_NAMESPACE, EPERM)
                .answers(UNSHARE_NOTHING, 1, EPERM);

        assertThat(denial().layer()).isEqualTo(Layer.SECCOMP);
        assertThat(denial().evidence()).contains("uid 0, but without CAP_SYS_ADMIN: CapEff: 00000000a80425fb");
        assertThat(denial().fix())
                .startsWith("docker run --security-opt seccomp=unconfined --security-opt apparmor=unconfined (GitHub")
                .contains(
                        "Or do without user namespaces: docker run --cap-add SYS_ADMIN --security-opt"
                                + " apparmor=unconfined (GitHub",
                        "still denies pivot_root");
    }

    @Test
    void theFilterOfKubernetes() {
        machine.file("/proc/self/status", FakeMachine.status("1000", "0000000000000000", "2"))
                .path("/var/run/secrets/kubernetes.io")
                .fails(USER_NAMESPACE, EPERM)
                .answers(UNSHARE_NOTHING, 1, EPERM);

        assertThat(denial().fix()).isEqualTo("securityContext: {seccompProfile: {type: Unconfined}}");
    }

    @Test
    void whatIsCertainComesBeforeAFilterThatOnlyMayDeny() {
        machine.file("/proc/self/status", FakeMachine.status("1000", "0000000000000000", "2"))
                .sysctl("kernel.unprivileged_userns_clone", 0)
                .fails(USER_NAMESPACE, EPERM);

        assertThat(denial().layer()).isEqualTo(Layer.USER_NAMESPACE_SYSCTL);
        assertThat(denial().fix()).doesNotContain("seccomp");
    }

    @Test
    void whateverElseIsCertainIsToldAsWell() {
        machine.file("/proc/self/status", FakeMachine.status("1000", "0000000000000000", "2"))
                .sysctl("kernel.apparmor_restrict_unprivileged_userns", 1)
                .path("/.dockerenv")
                .fails(USER_NAMESPACE, EPERM)
                .answers(UNSHARE_NOTHING, 1, EPERM);

        assertThat(denial().layer()).isEqualTo(Layer.SECCOMP);
        assertThat(denial().fix())
                .contains("\nAfter that it is denied by AppArmor: on the host of the container: sudo sysctl -w"
                        + " kernel.apparmor_restrict_unprivileged_userns=0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pivot_root(\".\", \".\"): EPERM. The kernel, a security | SECCOMP | changing the root directory",
                "mount_setattr(5, \"\", AT_RECURSIVE): ENOSYS            | SECCOMP | changing the flags of a whole",
                "setns(7): EPERM                                        | SECCOMP | entering a mount namespace"
            })
    void aCallThatIsRefusedToASupervisorWhereAllThatIsProbedWorks(String refusal, Layer layer, String attempt) {
        machine.file("/proc/self/status", FakeMachine.status("0", "000001ffffffffff", "2"))
                .path("/.dockerenv");

        Denial denial = Availability.explain(machine, "@TmpfsMount(at = \"/x\") on class A: " + refusal)
                .orElseThrow();

        assertThat(denial.layer()).isEqualTo(layer);
        assertThat(denial.reason())
                .startsWith(attempt)
                .contains("(2): ", "Fix: ", "docker run --security-opt seccomp=unconfined");
    }

    @Test
    void whatTheProgramsInFrontOfAForkSay() {
        machine.fails(FORK, ENOSPC).sysctl("user.max_pid_namespaces", 3);

        assertThat(Availability.explain(machine, "exit status 1. The end of its output:\n" + ENOSPC))
                .hasValueSatisfying(denial -> assertThat(denial.layer()).isEqualTo(Layer.NAMESPACE_LIMIT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@BindMount on class A: open_tree(\"/secret/x\"): EACCES",
                "@BindMount on class A: mkdirat(\"/x\"): ENOSPC. A tmpfs has no inode left",
                "the forked JVM ended: killed by SIGKILL"
            })
    void aMistakeInALayoutIsNotBlamedOnTheMachine(String message) {
        machine.fails(USER_NAMESPACE, EPERM);

        assertThat(Availability.explain(machine, message)).isEmpty();
        assertThat(machine.commands).isEmpty();
    }

    @Test
    void rootThatMayNotEnterNamespaces() {
        machine.file("/proc/self/status", FakeMachine.status("0", "000001fffffbffff", "0"))
                .fails(ENTER, "nsenter: reassociate to namespace 'ns/mnt' failed: Operation not permitted");

        assertThat(denial().layer()).isEqualTo(Layer.CAPABILITIES);
        assertThat(denial().evidence()).contains("without CAP_SYS_CHROOT");
        assertThat(denial().fix()).contains("--cap-add SYS_CHROOT");
    }

    @Test
    void rootWithoutItsCapability() {
        machine.file("/proc/self/status", FakeMachine.status("0", "0000000000000000", "0"))
                .fails(USER_NAMESPACE, EPERM);

        assertThat(denial().layer()).isEqualTo(Layer.CAPABILITIES);
        assertThat(denial().fix()).contains("--cap-add SYS_ADMIN");
    }

    @Test
    void rootThatCannotBeMapped() {
        machine.file("/proc/self/status", FakeMachine.status("0", "0000000000000000", "0"))
                .path("/.dockerenv")
                .fails(USER_NAMESPACE, UID_MAP);

        assertThat(denial().layer()).isEqualTo(Layer.CAPABILITIES);
        assertThat(denial().evidence()).contains("without CAP_SETFCAP", "without CAP_SYS_ADMIN");
        assertThat(denial().fix())
                .startsWith("run the tests as an ordinary user, or docker run --cap-add SETFCAP")
                .contains("Or do without user namespaces: docker run --cap-add SYS_ADMIN");
    }

    @Test
    void aChroot() {
        machine.file("/proc/self/mountinfo", "40 21 0:4 / /proc rw - proc proc rw")
                .fails(USER_NAMESPACE, EPERM);

        assertThat(denial().layer()).isEqualTo(Layer.CHROOT);
        assertThat(denial().fix()).contains("systemd-nspawn");
    }

    @Test
    void aKernelWithoutUserNamespaces() {
        machine.paths.remove("/proc/self/ns/user");
        machine.fails(USER_NAMESPACE, "unshare: unshare failed: Invalid argument");

        assertThat(denial().layer()).isEqualTo(Layer.KERNEL_CONFIG);
        assertThat(denial().fix()).contains("CONFIG_USER_NS=y");
    }

    @Test
    void aKernelWithoutPidNamespaces() {
        machine.paths.remove("/proc/self/ns/pid");
        machine.fails(PID_NAMESPACE, "unshare: unshare failed: Invalid argument");

        assertThat(denial().fix()).contains("CONFIG_PID_NS=y");
    }

    private Denial denial() {
        return Availability.probe(machine).orElseThrow();
    }
}

package org.isolatedmounts.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isolatedmounts.internal.availability.machine.FakeMachine;
import org.isolatedmounts.internal.availability.machine.Machine;
import org.isolatedmounts.internal.availability.machine.ThisMachine;
import org.junit.jupiter.api.Test;

class FactsTests {

    private final FakeMachine machine = new FakeMachine();

    @Test
    void kernelAndCaller() {
        machine.file("/proc/self/uid_map", "         0          0 4294967295");

        assertThat(lines("kernel")).containsExactly("Linux 6.8.0-31-generic, " + System.getProperty("os.arch"));
        assertThat(lines("caller")).containsExactly("uid 1000, gid 1000, in the machine's first user namespace");
        assertThat(lines("capabilities"))
                .containsExactly("effective 0000000000000000, without CAP_SYS_ADMIN", "bounding  0000000000000000");
    }

    @Test
    void aCallerInAUserNamespace() {
        machine.file("/proc/self/uid_map", "         0       1000          1\n         1     100000      65536");

        assertThat(lines("caller"))
                .containsExactly("uid 1000, gid 1000, in a user namespace (uid_map: 0 1000 1; 1 100000 65536)");
    }

    @Test
    void switchesAndLimits() {
        machine.sysctl("kernel.unprivileged_userns_clone", 1)
                .sysctl("user.max_user_namespaces", 63432)
                .file("/proc/self/limits", """
                        Limit                     Soft Limit           Hard Limit           Units
                        Max processes             63432                unlimited            processes""");

        assertThat(lines("userNamespaces"))
                .containsExactly("kernel.unprivileged_userns_clone = 1", "user.max_user_namespaces = 63432");
        assertThat(lines("processes")).containsExactly("at most 63432 of this user (RLIMIT_NPROC)");
    }

    @Test
    void aKernelWithoutUserNamespaces() {
        machine.paths.clear();

        assertThat(lines("userNamespaces")).containsExactly("not in this kernel: there is no /proc/self/ns/user");
    }

    @Test
    void seccomp() {
        assertThat(lines("seccomp")).containsExactly("no filter (Seccomp: 0)");

        machine.file(
                "/proc/self/status",
                FakeMachine.status("0", "0", "2").replace("NoNewPrivs:\t0", "NoNewPrivs:\t1")
                        + "\nSeccomp_filters:\t1");
        assertThat(lines("seccomp"))
                .containsExactly("system calls are filtered (Seccomp: 2, filters: 1); no_new_privs is set");
    }

    @Test
    void appArmor() {
        String parameter = "/sys/module/apparmor/parameters/enabled";
        assertThat(lines("appArmor")).containsExactly("not in this kernel: no " + parameter);

        machine.file(parameter, "Y").file("/proc/self/attr/current", "docker-default (enforce)");
        assertThat(lines("appArmor")).containsExactly("on; this process: docker-default (enforce)");
        assertThat(lines("seLinux")).containsExactly("off: no /sys/fs/selinux/enforce");

        machine.file(parameter, "N");
        assertThat(lines("appArmor")).containsExactly("off (" + parameter + ": N)");
    }

    @Test
    void seLinux() {
        machine.file("/sys/fs/selinux/enforce", "1").file("/proc/self/attr/current", "staff_u:staff_r:staff_t:s0");
        assertThat(lines("seLinux")).containsExactly("enforcing; this process: staff_u:staff_r:staff_t:s0");

        machine.file("/sys/fs/selinux/enforce", "0");
        assertThat(lines("seLinux")).containsExactly("permissive; this process: staff_u:staff_r:staff_t:s0");

        machine.files.remove("/sys/fs/selinux/enforce");
        assertThat(lines("seLinux")).containsExactly("on; this process: staff_u:staff_r:staff_t:s0");
    }

    @Test
    void aContainer() {
        assertThat(lines("container")).containsExactly("none is seen", "root directory: ext4 on /dev/sda1");
        assertThat(lines("procMasks")).containsExactly("nothing is mounted over parts of it");

        machine.path("/run/.containerenv")
                .file("/run/systemd/container", "podman")
                .file("/proc/self/mountinfo", """
                30 1 0:30 / / rw - overlay overlay rw
                31 30 0:31 / /proc rw - proc proc rw
                33 31 0:32 / /proc/acpi ro - tmpfs tmpfs ro""");
        assertThat(lines("container"))
                .containsExactly(
                        "Podman (/run/.containerenv exists); /run/systemd/container: podman",
                        "root directory: overlay on overlay");
        assertThat(lines("procMasks")).containsExactly("masked: /proc/acpi");
    }

    @Test
    void aChroot() {
        machine.file("/proc/self/mountinfo", "40 21 0:4 / /proc rw - proc proc rw");

        assertThat(lines("container")).containsExactly("none is seen", "root directory: no mount, as in a chroot");
    }

    @Test
    void programs() {
        machine.programs.remove("setpriv");
        machine.answers(List.of("unshare", "--version"), 0, "unshare from util-linux 2.39.3")
                .answers(List.of("mount", "--version"), 1, "mount: unrecognized option\nBusyBox v1.36.1 ()")
                .answers(List.of("unshare", "--help"), 0, "--map-current-user --keep-caps --kill-child --mount-proc");

        assertThat(lines("utilLinux"))
                .containsExactly("unshare from util-linux 2.39.3", "BusyBox v1.36.1 ()", "setpriv is not on PATH");
        assertThat(lines("unshareOptions")).containsExactly("missing: --propagation");
    }

    @Test
    void fileSystemsAndDevices() {
        machine.file("/proc/filesystems", "nodev\tproc\nnodev\ttmpfs\n\text4").path("/dev/loop-control");

        assertThat(lines("fileSystems")).containsExactly("tmpfs, ext4 (others may be modules that are not loaded)");
        assertThat(lines("loopDevices")).containsExactly("/dev/loop-control exists");
        assertThat(lines("workDirectory")).containsExactly("/sys/kernel/debug");
    }

    @Test
    void classDataSharing() {
        assertThat(lines("classDataSharing")).containsExactly("works");

        machine.failsWhere(command -> command.contains("-Xshare:on"), "Unable to use shared archive.");
        assertThat(lines("classDataSharing"))
                .singleElement()
                .asString()
                .startsWith("does not work, so forks start slowly: $ ")
                .endsWith("-version, exit status 1: Unable to use shared archive.");
    }

    @Test
    void anotherOperatingSystemHasAKernelAndAJdk() {
        machine.osName = "Mac OS X";
        machine.files.clear();

        assertThat(Facts.of(machine)).extracting(Fact::key).containsExactly("kernel", "jdk", "classDataSharing");
        assertThat(lines("kernel")).containsExactly("Mac OS X");
    }

    @Test
    void ofThisMachine() {
        Machine real = new ThisMachine();

        assertThat(Facts.of(real)).allSatisfy(fact -> {
            assertThat(DoctorMain.HELP).as("documented").contains(fact.key());
            assertThat(fact.lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).isNotBlank());
        });
        assertThat(Facts.of(real))
                .filteredOn(fact -> fact.key().equals("userNamespaces"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.lines())
                        .contains("user.max_user_namespaces = "
                                + real.run(List.of("cat", "/proc/sys/user/max_user_namespaces"))
                                        .output()
                                        .strip()));
    }

    private List<String> lines(String key) {
        return Facts.of(machine).stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow()
                .lines();
    }
}

package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IsolatedMounts
@TmpfsMount(at = "/isolated-mounts-it/data")
@TmpfsMount(at = "/isolated-mounts-it/tmpfs", readOnly = true)
@BindMount(source = HostPlace.SOURCE, at = "/isolated-mounts-it/bind")
class PrivilegesTestCase {

    /** A file of the host that belongs to somebody else. */
    static final String OF_ANOTHER_USER = HostPlace.PLACE + "/of-another-user";

    /**
     * As linux/capability.h numbers them: dac_read_search, with which a file is opened by its handle wherever it lies,
     * sys_module, sys_rawio, sys_ptrace, sys_admin, sys_boot, sys_time, mknod, perfmon, bpf, checkpoint_restore.
     */
    private static final long UNDOING = LongStream.of(2, 16, 17, 19, 21, 22, 25, 27, 38, 39, 40)
            .map(capability -> 1L << capability)
            .sum();

    private static final List<String> MOUNT_POINTS =
            List.of("/isolated-mounts-it/data", "/isolated-mounts-it/tmpfs", "/isolated-mounts-it/bind");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "umount /isolated-mounts-it/data",
                "umount -l /isolated-mounts-it/data",
                "mount -o remount,rw /isolated-mounts-it/tmpfs",
                "mount -o remount,bind,rw /isolated-mounts-it/bind",
                "mount -t tmpfs tmpfs /isolated-mounts-it/data",
                "mount --make-shared /isolated-mounts-it/data",
                "unshare --mount true",
                "nsenter -t 1 -m true",
                "nsenter --mount=/proc/1/ns/mnt true",
                "nsenter --mount=/proc/self/ns/mnt true",
                "pivot_root / /",
            })
    void takesNothingOff(String command) throws IOException, InterruptedException {
        Shell shell = Shell.run(command);

        assertThat(shell.status()).as(shell.output()).isNotZero();
        assertThat(shell.output())
                .containsAnyOf(
                        "Operation not permitted", "must be superuser", "permission denied", "Permission denied");
    }

    /** Whoever makes a user namespace is powerful there, but finds all mounts locked: mount_namespaces(7). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "umount /isolated-mounts-it/data",
                "mount -o remount,rw /isolated-mounts-it/tmpfs",
                "mount -o remount,bind,rw /isolated-mounts-it/bind",
            })
    void aUserNamespaceOfItsOwnDoesNotHelp(String command) throws IOException, InterruptedException {
        Shell shell = Shell.run("unshare --user --map-root-user --mount sh -c 'id -u; " + command + "'");

        assertThat(shell.status()).as(shell.output()).isNotZero();
        // powerful indeed, unless the machine does not let a fork have user namespaces
        assertThat(shell.output())
                .matches(
                        "(?s)(0\n.*must be|0\n.*permission denied|0\n.*Invalid arg|0\n.*not mounted|unshare: unshare failed).*");
    }

    @Test
    void isTheUserOfTheHostJvmWithoutTheCapabilitiesThatUndo() throws IOException {
        Map<String, String> status = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .map(line -> line.split(":\\s*", 2))
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));
        Function<String, Long> set = name -> Long.parseUnsignedLong(status.getOrDefault(name, ""), 16);
        boolean root = System.getProperty("it.host-uids").startsWith("0\t");

        assertThat(status)
                .containsEntry("Uid", System.getProperty("it.host-uids"))
                .containsEntry("Gid", System.getProperty("it.host-gids"))
                .containsEntry("NoNewPrivs", "1");
        assertThat(System.getProperty("user.name")).isEqualTo(System.getProperty("it.host-user"));
        assertThat(set.apply("CapInh")).isZero();
        assertThat(set.apply("CapAmb")).isZero();
        if (root) {
            long bounding = Long.parseUnsignedLong(System.getProperty("it.host-bounding-set"), 16);
            for (String name : List.of("CapPrm", "CapEff", "CapBnd")) {
                assertThat(set.apply(name)).as(name).isEqualTo(bounding & ~UNDOING);
            }
            Files.writeString(Path.of(OF_ANOTHER_USER), "written");
        } else {
            for (String name : List.of("CapPrm", "CapEff", "CapBnd")) {
                assertThat(set.apply(name)).as(name).isZero();
            }
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Files.readString(Path.of("/etc/shadow")));
        }
    }

    @AfterEach
    void allIsStillMounted() throws IOException {
        MountTable table = MountTable.ofSelf();
        assertThat(MOUNT_POINTS).allMatch(point -> table.at(point).isPresent());
        assertThat(MOUNT_POINTS.subList(1, 3))
                .allMatch(point -> table.at(point).orElseThrow().mountOptions().contains("ro"));
    }
}

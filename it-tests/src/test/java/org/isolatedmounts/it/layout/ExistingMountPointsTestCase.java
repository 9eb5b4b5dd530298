package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = HostPlace.SOURCE)
@BindMount(source = "/etc/passwd", at = HostPlace.FILE)
class ExistingMountPointsTestCase {

    @Test
    void holdsTheMountsOfTheHostAndTheDeclaredOnes() throws IOException {
        List<MountEntry> mounts = MountTable.ofSelf().mounts();
        List<MountEntry> host = Tables.hostMounts();

        assertThat(Tables.difference(host, mounts)).isEmpty();
        assertThat(Tables.difference(mounts, host))
                .extracting(mount -> mount.mountPoint() + " " + mount.fileSystemType())
                .satisfiesExactlyInAnyOrder(
                        mount -> assertThat(mount).isEqualTo("/proc proc"),
                        mount -> assertThat(mount).isEqualTo(HostPlace.SOURCE + " tmpfs"),
                        mount -> assertThat(mount).startsWith(HostPlace.FILE + " "));
        assertThat(mounts).allMatch(mount -> mount.propagation().isPrivate());
        assertThat(Path.of(HostPlace.SOURCE)).isEmptyDirectory();
        assertThat(Path.of(HostPlace.FILE)).hasSameBinaryContentAs(Path.of("/etc/passwd"));
    }

    @Test
    void hasTheProcOfItsOwnProcesses() throws IOException {
        long pid = ProcessHandle.current().pid();

        assertThat(Path.of("/proc/self").toRealPath()).isEqualTo(Path.of("/proc/" + pid));
        assertThat(Files.readSymbolicLink(Path.of("/proc/self/ns/mnt"))).isNotEqualTo(hostNamespace());
        assertThat(Path.of("/proc").toFile().list((proc, name) -> name.matches("\\d+")))
                .containsExactlyInAnyOrder("1", Long.toString(pid));
    }

    private static Path hostNamespace() {
        return Path.of(System.getProperty("it.host-namespace"));
    }
}

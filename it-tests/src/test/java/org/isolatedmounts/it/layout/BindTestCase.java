package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class BindTestCase {

    @Test
    @BindMount(source = HostPlace.SOURCE, at = "/isolated-mounts-it/directory", readOnly = false)
    @BindMount(source = HostPlace.FILE, at = "/isolated-mounts-it/file", readOnly = false)
    @BindMount(source = BindTests.RELATIVE, at = "/isolated-mounts-it/relative")
    @BindMount(source = "${user.dir}/" + BindTests.RELATIVE, at = "/isolated-mounts-it/${it.placeholder}")
    @BindMount(source = HostPlace.SOURCE, at = "/isolated-mounts-it/read-only")
    @BindMount(source = HostPlace.FILE, at = "/isolated-mounts-it/read-only-file")
    void showsAndWritesWhatTheHostHas() throws IOException {
        Path base = Path.of("/isolated-mounts-it");
        assertThat(base.resolve("directory/file")).hasContent("of the source");
        assertThat(base.resolve("file")).isRegularFile().hasContent("a file");
        assertThat(base.resolve("relative")).hasContent("relative");
        assertThat(base.resolve("by a parameter")).hasContent("relative");

        for (String readOnly : List.of("read-only/file", "read-only/new", "read-only/sub/new", "read-only-file")) {
            assertThatIOException()
                    .isThrownBy(() -> Files.writeString(base.resolve(readOnly), "x"))
                    .withMessageContaining("Read-only file system");
        }
        Files.writeString(base.resolve("directory/sub/written"), "by the test");
        Files.writeString(base.resolve("file"), "changed by the test");
        assertThat(base.resolve("read-only/sub/written")).hasContent("by the test");
    }

    @Test
    @BindMount(source = "/dev", at = "/isolated-mounts-it/dev")
    void readOnlyHoldsForSubmounts() throws IOException {
        List<MountEntry> copies = MountTable.ofSelf().mounts().stream()
                .filter(mount -> mount.mountPoint().startsWith("/isolated-mounts-it/dev"))
                .toList();

        assertThat(copies)
                .extracting(MountEntry::mountPoint)
                .contains("/isolated-mounts-it/dev", "/isolated-mounts-it/dev/shm");
        assertThat(copies).allMatch(mount -> mount.mountOptions().contains("ro"));
        assertThatIOException()
                .isThrownBy(() -> Files.createFile(Path.of("/isolated-mounts-it/dev/shm/isolated-mounts-it")))
                .withMessageContaining("Read-only file system");
        // the mounts of the host are as they were
        Path writable = Files.createFile(Path.of("/dev/shm/isolated-mounts-it"));
        Files.delete(writable);
    }

    @Test
    @BindMount(
            source = "/dev",
            at = "/isolated-mounts-it/dev",
            readOnly = false,
            options = {MountOption.NOEXEC, MountOption.NOSYMFOLLOW})
    @BindMount(source = HostPlace.SOURCE, at = "/isolated-mounts-it/no-exec", options = MountOption.NOEXEC)
    void optionsAddToThoseOfTheSourceAndHoldForSubmounts() throws IOException {
        MountTable table = MountTable.ofSelf();
        List<MountEntry> copies = table.mounts().stream()
                .filter(mount -> mount.mountPoint().startsWith("/isolated-mounts-it/dev"))
                .toList();

        assertThat(copies)
                .extracting(MountEntry::mountPoint)
                .contains("/isolated-mounts-it/dev", "/isolated-mounts-it/dev/shm");
        assertThat(copies).allSatisfy(mount -> assertThat(mount.mountOptions()).contains("noexec", "nosymfollow"));
        for (MountEntry copy : copies) {
            MountEntry host = table.at(copy.mountPoint().substring("/isolated-mounts-it".length()))
                    .orElseThrow();
            assertThat(copy.mountOptions()).containsAll(host.mountOptions());
        }
        assertThat(table.at("/isolated-mounts-it/no-exec").orElseThrow().mountOptions())
                .contains("ro", "noexec");
    }

    @Test
    @BindMount(source = "/dev", at = "/isolated-mounts-it/dev", recursive = false)
    void notRecursiveLeavesSubmountsBehind() throws IOException {
        assertThat(MountTable.ofSelf().mounts().stream()
                        .filter(mount -> mount.mountPoint().startsWith("/isolated-mounts-it/dev")))
                .hasSize(1);
        assertThat(Path.of("/isolated-mounts-it/dev/shm")).isEmptyDirectory();
        assertThat(Path.of("/isolated-mounts-it/dev/null")).exists();
    }

    @Test
    @BindMount(source = HostPlace.SOURCE, at = "/isolated-mounts-it/single", recursive = false)
    void notRecursiveWithoutSubmounts() {
        assertThat(Path.of("/isolated-mounts-it/single/file")).hasContent("of the source");
    }

    @Test
    @TmpfsMount(at = "/isolated-mounts-it/small", inodes = 1)
    @TmpfsMount(at = "/isolated-mounts-it/small/below")
    void mountPointWithoutAnInodeLeft() throws IOException {
        assertThat(Path.of("/isolated-mounts-it/small").toFile().list()).containsExactly("below");
        assertThatIOException()
                .isThrownBy(() -> Files.createFile(Path.of("/isolated-mounts-it/small/file")))
                .withMessageContaining("No space left on device");
        Files.createFile(Path.of("/isolated-mounts-it/small/below/file"));
    }
}

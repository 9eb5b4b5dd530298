package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.FileContent;
import org.isolatedmounts.FullDisk;
import org.isolatedmounts.OutOfInodes;
import org.isolatedmounts.SeparateDevices;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

/** Without {@code @IsolatedMounts}: what is declared is isolated. */
class ShortFormsTestCase {

    private static final String BASE = "/isolated-mounts-it";

    @Test
    @FullDisk(BASE)
    void fullDisk() throws IOException {
        Path file = Files.createFile(Path.of(BASE, "file"));

        assertThatIOException()
                .isThrownBy(() -> Files.write(file, new byte[1]))
                .withMessageContaining("No space left on device");
        assertThat(Path.of(BASE).toFile().list()).containsExactly("file");
        assertThat(Files.getFileStore(file).getTotalSpace()).isEqualTo(1 << 20);
        assertThat(Files.getFileStore(file).getUsableSpace()).isZero();
    }

    @Test
    @OutOfInodes(BASE)
    void outOfInodes() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> Files.createFile(Path.of(BASE, "file")))
                .withMessageContaining("No space left on device");
        assertThat(Files.getFileStore(Path.of(BASE)).getUsableSpace()).isPositive();
    }

    @Test
    @SeparateDevices({BASE + "/incoming", BASE + "/archive"})
    void separateDevices() throws IOException {
        Path file = Files.createFile(Path.of(BASE, "incoming/file"));

        assertThatExceptionOfType(AtomicMoveNotSupportedException.class)
                .isThrownBy(() -> Files.move(file, Path.of(BASE, "archive/file"), StandardCopyOption.ATOMIC_MOVE));
    }

    @Test
    @TmpfsMount(at = BASE, size = "64k", free = "4k", inodes = 3)
    void leavesNoMoreThanIsFree() throws IOException {
        Path file = Files.write(Path.of(BASE, "file"), new byte[4096]);

        assertThatIOException()
                .isThrownBy(() -> Files.write(Path.of(BASE, "other"), new byte[1]))
                .withMessageContaining("No space left on device");
        Files.delete(file);
        assertThat(Files.getFileStore(Path.of(BASE)).getUsableSpace()).isEqualTo(4096);
    }

    @Test
    @FileContent(at = "/etc/isolated-mounts-it/app.properties", text = "port=8080\n", mode = "0600")
    @FileContent(
            at = HostPlace.FILE,
            copyOf = "classpath:org/isolatedmounts/it/layout/refused-messages.txt",
            readOnly = true)
    void filesWithAContent() throws IOException {
        Path made = Path.of("/etc/isolated-mounts-it/app.properties");
        assertThat(made).hasContent("port=8080\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-------");
        Files.writeString(made, "port=9090\n");
        assertThat(made).hasContent("port=9090\n");

        assertThat(Files.readString(Path.of(HostPlace.FILE))).contains("missingSource");
        assertThatIOException()
                .isThrownBy(() -> Files.writeString(Path.of(HostPlace.FILE), "x"))
                .withMessageContaining("Read-only file system");
    }

    @Test
    @TmpfsMount(at = BASE, superOptions = "huge=never")
    @BindMount(source = "/no/such/source", at = BASE + "/absent", optional = true)
    @BindMount(source = HostPlace.FILE, at = BASE + "/there", optional = true)
    void optionalSources() throws IOException {
        assertThat(Path.of(BASE).toFile().list()).containsExactly("there");
        assertThat(MountTable.ofSelf().at(BASE + "/absent")).isEmpty();
    }
}

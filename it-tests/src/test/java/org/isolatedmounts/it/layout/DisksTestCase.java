package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.nio.file.ExtendedOpenOption;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.isolatedmounts.DiskMount;
import org.junit.jupiter.api.Test;

/** For root. */
@DiskMount(at = "/isolated-mounts-disk", size = "8m")
class DisksTestCase {

    private static final Path DISK = Path.of("/isolated-mounts-disk");

    @Test
    void areRealOnes() throws Exception {
        assertThat(Files.getFileStore(DISK).type()).isEqualTo("ext4");
        assertThat(DISK).isEmptyDirectory();
        int block = (int) Files.getFileStore(DISK).getBlockSize();
        ByteBuffer aligned = ByteBuffer.allocateDirect(2 * block).alignedSlice(block);
        aligned.limit(block);
        try (FileChannel file = FileChannel.open(
                DISK.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT)) {
            assertThat(file.write(aligned)).isEqualTo(block);
            file.force(true);
        }
        assertThatIOException()
                .isThrownBy(() -> Files.write(DISK.resolve("large"), new byte[10 << 20]))
                .withMessage("No space left on device");
    }

    @Test
    @DiskMount(at = "/isolated-mounts-disk", size = "8m", free = "0")
    void canBeFull() throws Exception {
        Files.createFile(DISK.resolve("empty"));
        assertThatIOException()
                .isThrownBy(() -> Files.write(DISK.resolve("file"), new byte[1]))
                .withMessage("No space left on device");
    }

    @Test
    void goWithATestThatKillsItself() throws Exception {
        Files.write(DISK.resolve("file"), new byte[1 << 20]);
        new ProcessBuilder("sh", "-c", "exec sleep 1000 >>" + DISK + "/file").start();
        Runtime.getRuntime().halt(7);
    }
}

package org.isolatedmounts.examples.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.DiskMount;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On an ext4 as on a server: what is spooled has reached the disk. Takes root. */
@Tag("root")
@DiskMount(at = "/data", size = "4m")
class SpoolerDiskTest {

    private static final Path DATA = Path.of("/data");

    private final Spooler spooler = new Spooler(DATA);

    @Test
    void spoolsToADisk() throws IOException {
        Path job = spooler.spool("job", "version 1".getBytes(StandardCharsets.UTF_8));

        assertThat(Files.getFileStore(job).type()).isEqualTo("ext4");
        assertThat(job).hasContent("version 1");
    }

    @Test
    void leavesNothingOnADiskThatIsTooSmall() {
        assertThatThrownBy(() -> spooler.spool("job", new byte[8 * 1024 * 1024]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("disk full");

        assertThat(DATA).isEmptyDirectory();
    }
}

package org.isolatedmounts.examples.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** A disk of 1 MiB, and 2 MiB to put on it. */
@TmpfsMount(at = "/data", size = "1m")
class SpoolerTest {

    private static final Path DATA = Path.of("/data");
    private static final byte[] TOO_MUCH = new byte[2 * 1024 * 1024];

    private final Spooler spooler = new Spooler(DATA);

    @Test
    void reportsAFullDisk() {
        assertThatThrownBy(() -> spooler.spool("job", TOO_MUCH))
                .isInstanceOf(IOException.class)
                .hasMessage("/data/job was not spooled: disk full, 2097152 bytes needed, 1048576 bytes free");

        assertThat(DATA).isEmptyDirectory();
    }

    @Test
    void aFullDiskDoesNotHarmTheFileOfBefore() throws IOException {
        Path job = spooler.spool("job", "version 1".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> spooler.spool("job", TOO_MUCH)).hasMessageContaining("disk full");

        assertThat(job).hasContent("version 1");
    }

    /** The mistake: why it takes a class of its own to write a file. */
    @Test
    void filesWriteLeavesHalfAFileBehind() {
        Path job = DATA.resolve("job");

        assertThatThrownBy(() -> Files.write(job, TOO_MUCH)).hasMessageContaining("No space left on device");

        assertThat(job).hasSize(1024 * 1024);
    }
}

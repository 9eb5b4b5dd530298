package org.isolatedmounts.examples.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk with plenty of space, but with inodes for its root directory and two files only. */
@TmpfsMount(at = "/data", size = "1m", inodes = 3)
class SpoolerInodesTest {

    private static final Path DATA = Path.of("/data");

    private final Spooler spooler = new Spooler(DATA);

    @BeforeEach
    void useUpTheInodes() throws IOException {
        spool("first");
        spool("second");
    }

    @Test
    void reportsThatTheInodesAreUsedUpAndNotTheSpace() {
        assertThatThrownBy(() -> spool("third"))
                .hasMessageStartingWith("/data/third was not spooled: no inodes left, although ")
                .hasStackTraceContaining("No space left on device");

        assertThat(DATA).isDirectoryNotContaining(file -> file.toString().contains("third"));
    }

    /** Replacing a file takes an inode more for a moment. */
    @Test
    void keepsTheOldFileWhereThereIsNoInodeForTheNewOne() {
        assertThatThrownBy(() -> spooler.spool("first", new byte[0])).hasMessageContaining("no inodes left");

        assertThat(DATA.resolve("first")).hasContent("first");
    }

    @Test
    void goesOnAsSoonAsAFileIsRemoved() throws IOException {
        Files.delete(DATA.resolve("first"));

        assertThat(spool("third")).hasContent("third");
    }

    private Path spool(String name) throws IOException {
        return spooler.spool(name, name.getBytes(StandardCharsets.UTF_8));
    }
}

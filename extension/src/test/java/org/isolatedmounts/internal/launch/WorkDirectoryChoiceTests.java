package org.isolatedmounts.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryChoiceTests {

    @TempDir
    private Path temporary;

    @Test
    void theFirstEmptyDirectory() throws IOException {
        Path full = Files.createDirectory(temporary.resolve("full"));
        Files.createFile(full.resolve(".hidden"));
        Path file = Files.createFile(temporary.resolve("file"));
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        Path secondEmpty = Files.createDirectory(temporary.resolve("second"));

        assertThat(WorkDirectoryChoice.choose(Stream.of(temporary.resolve("missing"), full, file, empty, secondEmpty)))
                .isEqualTo(empty);
    }

    @Test
    void noDirectoryAtAll() {
        assertThatExceptionOfType(IsolationUnavailableException.class)
                .isThrownBy(() -> WorkDirectoryChoice.choose(Stream.of(temporary.resolve("missing"))))
                .withMessage(
                        "isolated-mounts needs an empty directory of the host to mount its own tmpfs on, inside its"
                                + " own namespace, and found none: neither /sys is mounted nor is any of /mnt, /media, /srv,"
                                + " /var/empty, /var/local, /boot an empty directory.");
    }

    @Test
    void ofThisMachine() throws IOException {
        Path chosen = WorkDirectoryChoice.choose();

        assertThat(chosen).isDirectory();
        if (!chosen.startsWith("/sys")) {
            assertThat(chosen).isEmptyDirectory();
        }
    }
}

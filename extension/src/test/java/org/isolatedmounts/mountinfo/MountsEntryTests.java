package org.isolatedmounts.mountinfo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountsEntryTests {

    @Test
    void readsEveryField() {
        assertThat(parse("/dev/s\\040da1 /a\\011b ext4 rw,name=x\\054y 1 2\n"))
                .containsExactly(new MountsEntry("/dev/s da1", "/a\tb", "ext4", List.of("rw", "name=x,y"), 1, 2));
    }

    @Test
    void theSourceMayBeEmpty() {
        assertThat(parse(" /data tmpfs rw 0 0\n"))
                .extracting(MountsEntry::source)
                .containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'tmpfs  tmpfs rw 0 0'|7|the mount point is empty",
                "'tmpfs /a\\9 tmpfs rw 0 0'|9|a backslash in the mount point without the three octal digits of a byte",
                "'tmpfs /a tmpfs rw 0'|20|the line ends where the pass number should follow",
                "'tmpfs /a tmpfs rw x 0'|19|expected the dump frequency, a decimal number, found \"x\"",
                "'tmpfs /a tmpfs rw 0 0 0'|23|expected the end of the line",
                "'tmpfs /a tmpfs rw 0 0 '|23|expected the end of the line",
            })
    void saysWhereALineIsMalformed(String line, int column, String problem) {
        assertThatExceptionOfType(MalformedMountInfoException.class)
                .isThrownBy(() -> parse("a /b c d 0 0\n" + line + "\n"))
                .withMessage("mounts, line 2, column " + column + ": " + problem);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listsTheMountsOfMountinfo() throws IOException {
        List<MountsEntry> mounts = MountsEntry.ofSelf();

        assertThat(mounts)
                .isEqualTo(MountsEntry.ofProcess(ProcessHandle.current().pid()));
        assertThat(mounts)
                .extracting(MountsEntry::mountPoint)
                .containsExactlyElementsOf(MountTable.ofSelf().mounts().stream()
                        .map(MountEntry::mountPoint)
                        .toList());
        assertThat(mounts.stream().map(mount -> mount + "\n").collect(Collectors.joining()))
                .isEqualTo(MountInfoBytes.decode(Files.readAllBytes(Path.of("/proc/thread-self/mounts"))));
    }

    private static List<MountsEntry> parse(String text) {
        return MountsEntry.parse(text.getBytes(UTF_8));
    }
}

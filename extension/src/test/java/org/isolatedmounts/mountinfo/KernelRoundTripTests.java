package org.isolatedmounts.mountinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel itself writes of nasty names is what we write, byte for byte. */
@EnabledOnOs(OS.LINUX)
class KernelRoundTripTests {

    private static NamespaceShell shell;

    @BeforeAll
    static void mountEveryName(@TempDir Path directory) throws IOException {
        shell = new NamespaceShell();
        shell.run("cd " + directory.toRealPath());
        NastyNames.mountAll(shell);
    }

    @AfterAll
    static void leaveNothing() {
        if (shell != null) {
            shell.close();
        }
    }

    @Test
    void mountinfo() throws IOException {
        String written = shell.table().toString();

        assertThat(written.lines().count()).isGreaterThan(NastyNames.NAMES.size() * 3L);
        assertThat(lines(written)).isEqualTo(lines(kernel("mountinfo")));
    }

    @Test
    void mounts() throws IOException {
        List<MountsEntry> mounts = MountsEntry.ofProcess(shell.pid());
        String written = mounts.stream().map(mount -> mount + "\n").collect(Collectors.joining());

        assertThat(mounts)
                .extracting(MountsEntry::source)
                .containsExactlyElementsOf(
                        shell.table().mounts().stream().map(MountEntry::source).toList());
        assertThat(lines(written)).isEqualTo(lines(kernel("mounts")));
    }

    @Test
    void mountstatsHasTheMountsOfMountinfo() throws IOException {
        assertThat(MountStatsEntry.ofProcess(shell.pid()))
                .extracting(MountStatsEntry::mountPoint, MountStatsEntry::fileSystemType)
                .containsExactlyElementsOf(shell.table().mounts().stream()
                        .map(mount -> tuple(mount.mountPoint(), mount.fileSystemType()))
                        .toList());
    }

    private static String kernel(String file) throws IOException {
        return MountInfoBytes.decode(Files.readAllBytes(Path.of("/proc/" + shell.pid() + "/" + file)));
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }
}

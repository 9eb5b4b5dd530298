package org.isolatedmounts.mountinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathLookupTests {

    private static final Map<String, String> LINKS = Map.of(
            "/bin", "usr/bin",
            "/data/up", "../etc/./x",
            "/etc/x", "/usr//lib/",
            "/usr/lib/far", "../../../..",
            "/loop", "/loop",
            "/ping", "pong",
            "/pong", "/ping/x");

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/.., /",
        "/bin/sh, /usr/bin/sh",
        "/bin/../x, /usr/x",
        "/data/up, /usr/lib",
        "/data/up/../y, /usr/y",
        "/usr/lib/far/etc, /etc",
        "/none/../none/./a//b, /none/a/b",
    })
    void followsLinksAndDotDotAsTheKernelDoes(String path, String resolved) throws IOException {
        assertThat(PathResolution.resolve(path, links())).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({"/loop", "/ping"})
    void refusesLoops(String path) {
        assertThatExceptionOfType(FileSystemLoopException.class)
                .isThrownBy(() -> PathResolution.resolve(path, links()))
                .withMessage(path);
    }

    @Test
    void refusesRelativePaths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MountTable.parse("").mountOf("bin", links()))
                .withMessage("path must be absolute, but is \"bin\"");
    }

    private static SymbolicLinks links() {
        return path -> Optional.ofNullable(LINKS.get(path));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void findsTheMountsThatTheKernelFinds(@TempDir Path directory) throws IOException {
        try (NamespaceShell shell = new NamespaceShell()) {
            shell.run("cd " + directory.toRealPath());
            shell.run("""
                    mkdir a; mount -t tmpfs below a; mkdir -p a/b/c a/d; mount -t tmpfs hidden a/b
                    mkdir a/b/e; mount -t tmpfs under a/b/e; mkdir a/b/e/f
                    mount -t tmpfs above a; mkdir -p a/b/c a/x; mount -t tmpfs visible a/b; mkdir a/b/c
                    mount -t tmpfs stacked1 a/x; mount -t tmpfs stacked2 a/x; mkdir a/x/deep
                    ln -s a/b link; ln -s ../../link/c a/b/up; ln -s "$PWD/a/x" absolute; ln -s . a/x/self
                    touch file target; mount --bind target file; rm target; mkdir gone from from/inner
                    mount -t tmpfs moved from/inner; mv from to
                    mkdir a/gone; mount --bind a/gone gone; rmdir a/gone
                    """);
            List<String> paths = List.of(
                    "a",
                    "a/b",
                    "a/b/c",
                    "a/b/c/..",
                    "a/b/c/../..",
                    "a/b/../x/..",
                    "a/x",
                    "a/x/deep",
                    "a/x/self/self/deep/..",
                    "link",
                    "link/c",
                    "link/..",
                    "link/up",
                    "absolute",
                    "absolute/..",
                    "absolute/deep",
                    "file",
                    "gone",
                    "to",
                    "to/inner",
                    ".",
                    "..",
                    "/",
                    "/proc/self",
                    "/dev/../proc/1/..");
            MountTable table = shell.table();

            for (String path : paths) {
                String kernel = shell.run("exec 3<" + path + "; sed -n 's/mnt_id:[[:space:]]*//p' /proc/self/fdinfo/3");
                Path absolute = directory.toRealPath().resolve(path);
                assertThat(table.mountOf(absolute.toString(), SymbolicLinks.ofProcess(shell.pid())))
                        .as(path)
                        .map(MountEntry::mountId)
                        .contains(Integer.valueOf(kernel.strip()));
            }
            assertThat(table.mountOf(directory.toRealPath().resolve("file"))
                            .orElseThrow()
                            .isRootDeleted())
                    .isTrue();
            assertThat(table.mountOf(directory.toRealPath().resolve("gone"))
                            .orElseThrow()
                            .isRootDeleted())
                    .isTrue();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void followsTheLinksOfThisProcess() throws IOException {
        MountTable table = MountTable.ofSelf();

        assertThat(table.mountOf("/proc/self/../sys/kernel", SymbolicLinks.ofSelf()))
                .isPresent()
                .isEqualTo(table.mountOf("/proc/sys/kernel"));
    }
}

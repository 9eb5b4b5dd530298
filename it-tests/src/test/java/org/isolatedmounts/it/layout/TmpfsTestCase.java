package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/isolated-mounts-it/default")
@TmpfsMount(at = "/isolated-mounts-it/size", size = "1m")
@TmpfsMount(at = "/isolated-mounts-it/bytes", size = "4097")
@TmpfsMount(at = "/isolated-mounts-it/percent", size = "1%")
@TmpfsMount(at = "/isolated-mounts-it/inodes", inodes = 3)
@TmpfsMount(at = "/isolated-mounts-it/mode", mode = "0750")
@TmpfsMount(at = "/isolated-mounts-it/read-only", readOnly = true)
@TmpfsMount(at = "/isolated-mounts-it/no-exec", options = MountOption.NOEXEC)
@TmpfsMount(
        at = "/isolated-mounts-it/flags",
        options = {MountOption.SUID, MountOption.DEV})
@TmpfsMount(
        at = "/isolated-mounts-it/links",
        options = {MountOption.NOSYMFOLLOW, MountOption.NOATIME, MountOption.NODIRATIME})
@TmpfsMount(at = "/isolated-mounts-it/strict", options = MountOption.STRICTATIME)
class TmpfsTestCase {

    private static final Path BASE = Path.of("/isolated-mounts-it");
    private static final long MIB = 1 << 20;

    @Test
    void takesNoMoreThanItsSizeAndItsInodes() throws IOException {
        Path exact = Files.write(at("size/exact"), new byte[(int) MIB]);
        assertThatIOException()
                .isThrownBy(() -> Files.write(exact, new byte[1], StandardOpenOption.APPEND))
                .withMessageContaining("No space left on device");
        assertThat(Files.getFileStore(exact).getTotalSpace()).isEqualTo(MIB);

        assertThat(Files.getFileStore(at("bytes")).getTotalSpace()).isEqualTo(2 * 4096);

        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
        assertThat(Files.getFileStore(at("percent")).getTotalSpace()).isBetween(memory / 100, memory / 100 + 4096);

        Files.createFile(at("inodes/one"));
        Files.createDirectory(at("inodes/two"));
        assertThatIOException()
                .isThrownBy(() -> Files.createFile(at("inodes/three")))
                .withMessageContaining("No space left on device");
    }

    @Test
    void hasTheModeAndTheFlagsThatAreDeclared() throws IOException, InterruptedException {
        assertThat(mode("mode")).isEqualTo("40750");
        assertThatIOException()
                .isThrownBy(() -> Files.createFile(at("read-only/file")))
                .withMessageContaining("Read-only file system");

        for (String mount : List.of("no-exec", "default")) {
            Files.writeString(at(mount + "/script"), "#!/bin/sh\necho ran\n");
            Files.copy(Path.of("/bin/true"), at(mount + "/binary"));
            assertThat(at(mount + "/script").toFile().setExecutable(true)).isTrue();
            assertThat(at(mount + "/binary").toFile().setExecutable(true)).isTrue();
        }
        for (String program : List.of("script", "binary")) {
            assertThatIOException()
                    .isThrownBy(() -> start("no-exec/" + program))
                    .withMessageContaining("error=13, Permission denied");
            assertThat(start("default/" + program).waitFor()).isZero();
        }

        assertThat(options("flags")).doesNotContain("nosuid", "nodev", "noexec", "ro");
        assertThat(options("no-exec")).contains("nosuid", "nodev", "noexec", "rw");
        assertThat(options("read-only")).contains("nosuid", "nodev", "ro").doesNotContain("noexec");
    }

    @Test
    void followsNoLinksAndKeepsAccessTimesAsDeclared() throws IOException {
        Path file = Files.writeString(at("links/file"), "x");
        Files.createSymbolicLink(at("links/link"), file);

        assertThatIOException()
                .isThrownBy(() -> Files.readString(at("links/link")))
                .withMessageContaining("Too many levels of symbolic links");
        assertThat(options("links")).contains("nosymfollow", "noatime").doesNotContain("relatime");
        assertThat(options("strict")).doesNotContain("noatime", "relatime");
        assertThat(options("default")).contains("relatime");
        assertThat(accessTimeMovesOnReading("strict")).isTrue();
        assertThat(accessTimeMovesOnReading("links")).isFalse();
    }

    private static boolean accessTimeMovesOnReading(String mount) throws IOException {
        Path file = Files.writeString(at(mount + "/read"), "x");
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setAttribute(file, "lastAccessTime", longAgo);
        Files.readString(file);
        return !Files.getAttribute(file, "lastAccessTime").equals(longAgo);
    }

    /** With one a test could write to the disks of the host, past every mount. */
    @Test
    void nobodyMakesDeviceFiles() throws IOException, InterruptedException {
        for (String mount : List.of("flags", "default")) {
            assertThat(Shell.run("mknod " + at(mount + "/null") + " c 1 3").output())
                    .contains("Operation not permitted");
        }
    }

    /** The flag of the mount is what was declared; that a fork gains no privileges by execve(2) stands above it. */
    @Test
    void setUserIdBitsDoNothingInAFork() throws IOException, InterruptedException {
        Path program = Files.copy(Path.of("/usr/bin/id"), at("flags/id"));
        if (HostView.isRoot()) {
            Files.setAttribute(program, "unix:uid", 12_345);
        }
        Files.setAttribute(program, "unix:mode", 04755);

        assertThat(Shell.run(program + " -u").output()).isEqualTo(HostView.uid() + "\n");
    }

    @Test
    void hasDefaultsAndBelongsToTheUser() throws IOException {
        MountEntry mount = MountTable.ofSelf().at(at("default")).orElseThrow();

        assertThat(mount.fileSystemType()).isEqualTo("tmpfs");
        assertThat(mount.source()).isEqualTo("tmpfs");
        assertThat(mount.superOptions()).contains("size=65536k", "nr_inodes=65536");
        assertThat(mount.mountOptions()).contains("rw", "nosuid", "nodev").doesNotContain("noexec");
        assertThat(mode("default")).isEqualTo("41777");
        assertThat(Files.getAttribute(at("default"), "unix:uid")).isEqualTo(HostView.uid());
        assertThat(Files.getAttribute(at("default"), "unix:gid"))
                .isEqualTo(Files.getAttribute(Path.of("/proc/self"), "unix:gid"));
    }

    private static Path at(String path) {
        return BASE.resolve(path);
    }

    private static String mode(String path) throws IOException {
        return Integer.toOctalString((Integer) Files.getAttribute(at(path), "unix:mode"));
    }

    private static List<String> options(String path) throws IOException {
        return MountTable.ofSelf().at(at(path)).orElseThrow().mountOptions();
    }

    private static Process start(String program) throws IOException {
        return new ProcessBuilder(at(program).toString()).start();
    }
}

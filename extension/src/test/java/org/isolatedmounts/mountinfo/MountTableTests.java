package org.isolatedmounts.mountinfo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountTableTests {

    private static final MountTable UBUNTU = Fixtures.table("ubuntu");
    private static final MountTable DOCKER = Fixtures.table("docker");

    @ParameterizedTest
    @CsvSource({"virtual-machine, 19", "ubuntu, 17", "docker, 14", "wsl, 3"})
    void readsEveryLineOfWholeTables(String name, int lines) {
        assertThat(Fixtures.table(name).mounts()).hasSize(lines);
    }

    @Test
    void readsEveryField() {
        assertThat(DOCKER.mounts().get(9))
                .isEqualTo(new MountEntry(
                        1030,
                        1021,
                        new DeviceNumber(259, 2),
                        "/home/runner/work/shop\\old",
                        "/workspace",
                        List.of("rw", "relatime"),
                        new MountPropagation(
                                OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(9), false, List.of()),
                        "ext4",
                        "/dev/nvme0n1p2",
                        List.of("rw", "errors=remount-ro")));
    }

    @Test
    void readsPropagation() {
        MountPropagation shared = UBUNTU.at("/").orElseThrow().propagation();
        assertThat(shared.peerGroup()).hasValue(1);
        assertThat(shared.isShared()).isTrue();
        assertThat(shared.isPrivate()).isFalse();

        MountPropagation slave = DOCKER.at("/").orElseThrow().propagation();
        assertThat(slave.master()).hasValue(372);
        assertThat(slave.isSlave()).isTrue();
        assertThat(slave.isPrivate()).isFalse();

        MountPropagation unbindable = DOCKER.at("/gone").orElseThrow().propagation();
        assertThat(unbindable.unbindable()).isTrue();
        assertThat(unbindable.isPrivate()).isTrue();
    }

    @Test
    void aMountCanBeSharedAndASlaveAtOnce() {
        MountPropagation both = only("36 35 98:0 /mnt1 /mnt2 rw shared:2 master:1 - ext3 /dev/root rw")
                .propagation();

        assertThat(both.peerGroup()).hasValue(2);
        assertThat(both.master()).hasValue(1);
    }

    @Test
    void keepsUnknownOptionalFields() {
        MountPropagation propagation = only("36 35 98:0 / / rw shared:2 later:7 sealed - ext3 /dev/root rw")
                .propagation();

        assertThat(propagation.peerGroup()).hasValue(2);
        assertThat(propagation.unknownFields()).containsExactly("later:7", "sealed");
    }

    @Test
    void theSourceMayBeEmpty() {
        MountEntry entry = only("116 46 0:44 / /data rw,relatime - tmpfs  rw,size=4k\n");

        assertThat(entry.source()).isEmpty();
        assertThat(entry.superOptions()).containsExactly("rw", "size=4k");
    }

    @Test
    void resolvesEscapesInPathsSourcesAndOptions() {
        MountEntry entry = only(
                "1 0 0:1 /a\\040b /tab\\011newline\\012backslash\\134\\043 rw - tmpfs number\\043sign rw,a=b\\054c,d\\040e");

        assertThat(entry.root()).isEqualTo("/a b");
        assertThat(entry.mountPoint()).isEqualTo("/tab\tnewline\nbackslash\\#");
        assertThat(entry.source()).isEqualTo("number#sign");
        assertThat(entry.superOptions()).containsExactly("rw", "a=b,c", "d e");
    }

    @Test
    void anEscapedBackslashBeforeDigitsIsNoEscape() {
        assertThat(only("1 0 0:1 / /a\\134040 rw - tmpfs tmpfs rw").mountPoint())
                .isEqualTo("/a\\040");
    }

    @Test
    void takesWhatFilesystemsFailToEscape() {
        MountTable wsl = Fixtures.table("wsl");

        assertThat(wsl.at("/mnt/c").orElseThrow().source()).isEqualTo("C:\\");
        assertThat(wsl.at("/mnt/c").orElseThrow().superOptions())
                .contains("aname=drvfs;path=C:\\;uid=1000;gid=1000;symlinkroot=/mnt/");
        assertThat(wsl.at("/Docker/host").orElseThrow().superOptions())
                .contains("aname=drvfs;path=C:\\Program Files\\Docker\\Docker\\resources;symlinkroot=/mnt/", "mmap");
    }

    @Test
    void aCarriageReturnInANameEndsNoLine() {
        MountTable table = MountTable.parse("1 0 0:1 / /a\rb rw - tmpfs tmpfs rw\n2 1 0:2 / /c rw - tmpfs tmpfs rw\n");

        assertThat(table.mounts()).extracting(MountEntry::mountPoint).containsExactly("/a\rb", "/c");
    }

    @Test
    void keepsNamesApartThatAreNotUtf8(@TempDir Path directory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("1 0 0:1 / /gr".getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xFC, (byte) 0xDF});
        bytes.writeBytes(" rw - tmpfs tmpfs rw\n2 0 0:1 / /grü\uD83D\uDCBE rw - tmpfs tmpfs rw\n".getBytes(UTF_8));
        Path file = Files.write(directory.resolve("mountinfo"), bytes.toByteArray());

        assertThat(MountTable.read(file).mounts())
                .extracting(MountEntry::mountPoint)
                .containsExactly("/gr\uDCFC\uDCDF", "/grü\uD83D\uDCBE");
    }

    @Test
    void parsesAnyReader() throws IOException {
        try (Reader reader = new StringReader("1 0 0:1 / / rw - tmpfs tmpfs rw\n")) {
            assertThat(MountTable.parse(reader)).isEqualTo(MountTable.parse("1 0 0:1 / / rw - tmpfs tmpfs rw"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual-machine", "ubuntu", "docker"})
    void writesWhatTheKernelWrote(String name) {
        assertThat(Fixtures.table(name).toBytes()).isEqualTo(Fixtures.bytes(name + ".mountinfo"));
    }

    @Test
    void whatItWritesIsTheSameTable() {
        MountTable wsl = Fixtures.table("wsl");

        assertThat(MountTable.parse(wsl.toString())).isEqualTo(wsl);
    }

    @Test
    void aTableWithoutLinesIsEmpty() {
        assertThat(MountTable.parse("").mounts()).isEmpty();
        assertThat(MountTable.parse("").mountOf("/tmp")).isEmpty();
    }

    @Test
    void cannotBeModified() {
        assertThat(UBUNTU.mounts()).isUnmodifiable();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'x 0 0:1 / / rw - tmpfs tmpfs rw'|1|expected the mount id, a decimal number, found \"x\"",
                "'1 -1 0:1 / / rw - tmpfs tmpfs rw'|3|expected the parent id, a decimal number, found \"-1\"",
                "'1 99999999999 0:1 / / rw - t t rw'|3|the parent id 99999999999 is too large",
                "'1 0 01 / / rw - tmpfs tmpfs rw'|5|expected the device number, major:minor, found \"01\"",
                "'1 0 0:b / / rw - tmpfs tmpfs rw'|7|expected the minor number, a decimal number, found \"b\"",
                "'1 0 0:1  / rw - tmpfs tmpfs rw'|9|the root is empty",
                "'1 0 0:1 / /a\\8 rw - tmpfs tmpfs rw'|13|a backslash in the mount point without the three octal digits of a byte",
                "'1 0 0:1 / /a\\400 rw - tmpfs tmpfs rw'|13|a backslash in the mount point without the three octal digits of a byte",
                "'1 0 0:1 / /'|12|the line ends where the mount options should follow",
                "'1 0 0:1 / / rw shared:1'|24|the line ends where the separator \"-\" should follow",
                "'1 0 0:1 / / rw shared:x - t t rw'|23|expected the peer group, a decimal number, found \"x\"",
                "'1 0 0:1 / / rw shared:1 shared:2 - t t rw'|25|a second field shared:",
                "'1 0 0:1 / /äö\\x rw - t t rw'|14|a backslash in the mount point without the three octal digits of a byte",
                "'1 0 0:1 / / rw - tmpfs tmpfs'|29|the line ends where the super options should follow",
                "''|1|expected the mount id, a decimal number, found \"\"",
            })
    void saysWhereALineIsMalformed(String line, int column, String problem) {
        assertThatExceptionOfType(MalformedMountInfoException.class)
                .isThrownBy(() -> MountTable.parse("1 0 0:1 / / rw - tmpfs tmpfs rw\n" + line + "\n"))
                .withMessage("mountinfo, line 2, column " + column + ": " + problem)
                .satisfies(malformed -> {
                    assertThat(malformed.line()).isEqualTo(2);
                    assertThat(malformed.column()).isEqualTo(column);
                });
    }

    /** As findmnt(8) does: kernels in user space write a second space if there is no optional field. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'1 0 0:1 / / rw  - t t rw'|false", "'1 0 0:1 / / rw shared:1  - t t rw'|true"})
    void readsPastAnOptionalFieldThatIsEmpty(String line, boolean shared) {
        assertThat(MountTable.parse(line).mounts())
                .singleElement()
                .satisfies(mount -> assertThat(mount.propagation().isShared()).isEqualTo(shared))
                .satisfies(mount -> assertThat(mount.fileSystemType()).isEqualTo("t"));
    }

    @Test
    void readsPastLinesThatAreMalformedAndTellsOfThem() {
        List<MalformedMountInfoException> leftOut = new ArrayList<>();

        MountTable table = MountTable.parse(
                "1 0 0:1 / / rw - t t rw\nx\n2 1 0:2 / /a rw - t t rw\n\n3 1 0:3 / /b rw".getBytes(UTF_8),
                leftOut::add);

        assertThat(table.mounts()).extracting(MountEntry::mountPoint).containsExactly("/", "/a");
        assertThat(leftOut).extracting(MalformedMountInfoException::line).containsExactly(2, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/etc/passwd, /",
        "/run, /run",
        "/run/, /run",
        "//run/./x, /run",
        "/running, /",
        "/run/lock/a/b, /run/lock",
        "/run/locksmith, /run",
        "/snap/hello world/x1/bin, /snap/hello world/x1",
    })
    void findsTheMountOfAPathByItsElements(String path, String mountPoint) {
        assertThat(UBUNTU.mountOf(path)).map(MountEntry::mountPoint).contains(mountPoint);
        assertThat(UBUNTU.mountOf(Path.of(path))).isEqualTo(UBUNTU.mountOf(path));
    }

    @Test
    void findsTheTopmostOfStackedMounts() {
        MountTable stacked = Fixtures.table("virtual-machine");

        assertThat(stacked.at("/dev/shm")).map(MountEntry::mountId).contains(30);
        assertThat(stacked.mountOf("/dev/pts/0")).map(MountEntry::mountId).contains(29);
        assertThat(stacked.at(Path.of("/dev/shm"))).isEqualTo(stacked.at("/dev/shm/"));
        assertThat(stacked.at("/dev/shm/x")).isEmpty();
    }

    @Test
    void findsNoMountThatAnotherOneHides() {
        MountTable table = MountTable.parse("""
                1 0 0:1 / / rw - ext4 disk rw
                2 1 0:2 / /a/b rw - tmpfs hidden rw
                3 1 0:3 / /a rw - tmpfs cover rw
                """);

        assertThat(table.at("/a/b")).isEmpty();
        assertThat(table.mountOf("/a/b/c")).map(MountEntry::source).contains("cover");
    }

    @Test
    void findsMountsUnderAChangedRootDirectory() {
        MountTable chroot = MountTable.parse("""
                5 4 0:5 / /proc rw - proc proc rw
                6 4 0:6 / /sys rw - sysfs sysfs rw
                """);

        assertThat(chroot.mountOf("/sys/kernel")).map(MountEntry::mountId).contains(6);
        assertThat(chroot.mountOf("/etc")).isEmpty();
    }

    @Test
    void endsWhereAMountIsItsOwnParent() {
        assertThat(MountTable.parse("1 1 0:1 / / rw - rootfs rootfs rw").at("/"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tmp", "./tmp"})
    void refusesRelativePaths(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UBUNTU.mountOf(path))
                .withMessage("path must be absolute, but is \"" + path + "\"");
    }

    @Test
    void refusesDotDot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UBUNTU.at("/run/../tmp"))
                .withMessage("path must not contain \"..\", but is \"/run/../tmp\"; what that means depends on symbolic"
                        + " links, so have it resolved (SymbolicLinks)");
    }

    @Test
    void tellsWhatCameInAddition() {
        String before = "1 0 0:1 / / rw - ext4 disk rw\n2 1 0:2 / /a rw - tmpfs tmpfs rw\n";
        String renumbered = "11 10 0:1 / / rw - ext4 disk rw\n12 11 0:2 / /a rw - tmpfs tmpfs rw\n";

        assertThat(MountTable.parse(renumbered).entriesNotIn(MountTable.parse(before)))
                .isEmpty();
        assertThat(MountTable.parse(renumbered + "13 12 0:2 / /a rw - tmpfs tmpfs rw\n")
                        .entriesNotIn(MountTable.parse(before)))
                .hasSize(1);
        assertThat(MountTable.parse(before.replace("/a rw", "/a ro")).entriesNotIn(MountTable.parse(before)))
                .extracting(MountEntry::mountOptions)
                .containsExactly(List.of("ro"));
        assertThat(MountTable.parse("").entriesNotIn(MountTable.parse(before))).isEmpty();
    }

    @Test
    @EnabledOnOs(LINUX)
    void readsTheTablesOfProcesses() throws IOException {
        MountTable self = MountTable.ofSelf();

        assertThat(self.at("/")).isPresent();
        assertThat(self.mountOf("/proc/self")).map(MountEntry::fileSystemType).contains("proc");
        assertThat(MountTable.ofProcess(ProcessHandle.current().pid())).isEqualTo(self);
    }

    @Test
    @EnabledOnOs(LINUX)
    void readsTheTableOfAThread() throws IOException {
        long pid = ProcessHandle.current().pid();

        // the first thread of a process has its number
        assertThat(MountTable.ofThread(pid, pid)).isEqualTo(MountTable.ofProcess(pid));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> MountTable.ofThread(pid, 1));
    }

    @Test
    void namesOfAnyBytesComeOutAsTheyWere() {
        byte[] bytes = new byte[256 - 5];
        int length = 0;
        for (int value = 0; value < 256; value++) {
            if (" \t\n\\#".indexOf(value) < 0) {
                bytes[length++] = (byte) value;
            }
        }
        String name = MountInfoBytes.decode(bytes);
        String line = "1 0 0:1 /" + name + " /" + name + " rw - " + name + " " + name + " rw,name=" + name + "\n";
        byte[] written = MountInfoBytes.encode(line);

        assertThat(MountTable.parse(written).toBytes()).isEqualTo(written);
        assertThat(MountTable.parse(line).mounts().get(0).source()).isEqualTo(name);
    }

    @Test
    @EnabledOnOs(LINUX)
    void saysThatThereIsNoSuchProcess() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> MountTable.ofProcess(Long.MAX_VALUE))
                .withMessage("/proc/9223372036854775807/mountinfo");
    }

    private static MountEntry only(String line) {
        return MountTable.parse(line).mounts().get(0);
    }
}

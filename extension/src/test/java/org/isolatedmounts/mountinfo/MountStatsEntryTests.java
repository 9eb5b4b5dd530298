package org.isolatedmounts.mountinfo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountStatsEntryTests {

    /** Written after the kernel's sources; the numbers are invented. */
    private static final List<MountStatsEntry> FIXTURE = MountStatsEntry.parse(Fixtures.bytes("nfs.mountstats"));

    private static NfsStatistics nfs(int index) {
        return FIXTURE.get(index).nfs().orElseThrow();
    }

    @Test
    void readsTheLineOfEachMount() {
        assertThat(FIXTURE)
                .extracting(MountStatsEntry::mountPoint)
                .containsExactly("/", "/proc", "/a b", "/home", "/old", "/strange", "/end");
        assertThat(FIXTURE)
                .extracting(MountStatsEntry::device)
                .containsExactly(
                        Optional.of("/dev/vda"),
                        Optional.empty(),
                        Optional.of(""),
                        Optional.of("files.example.org:/export/home"),
                        Optional.of("old:/x"),
                        Optional.of("strange"),
                        Optional.empty());
        assertThat(FIXTURE.get(3).fileSystemType()).isEqualTo("nfs4");
        assertThat(FIXTURE.get(0).statistics()).isEmpty();
        assertThat(FIXTURE.get(0).nfs()).isEmpty();
    }

    @Test
    void readsWhatNfsTells() {
        NfsStatistics nfs = nfs(3);

        assertThat(nfs.version()).isEqualTo("1.1");
        assertThat(nfs.options()).startsWith("rw", "vers=4.2").hasSize(12);
        assertThat(nfs.age())
                .isEqualTo(Duration.ofDays(1).plusHours(1).plusMinutes(1).plusSeconds(1));
        assertThat(nfs.capabilities())
                .containsEntry("wtmult", "512")
                .containsEntry("caps", "0xfffbc0b7")
                .hasSize(5);
        assertThat(nfs.program()).isEqualTo("100003/4");
        assertThat(nfs.otherLines()).containsOnlyKeys("impl_id", "nfsv4", "sec");
        assertThat(nfs.otherLines()).containsEntry("sec", "flavor=1,pseudoflavor=1");
    }

    @Test
    void readsCounters() {
        assertThat(nfs(3).events()).hasSize(NfsEvent.values().length);
        assertThat(nfs(3).count(NfsEvent.INODE_REVALIDATE)).isEqualTo(101);
        assertThat(nfs(3).count(NfsEvent.PNFS_WRITE)).isEqualTo(127);
        assertThat(nfs(3).bytes()).hasSize(NfsBytes.values().length);
        assertThat(nfs(3).count(NfsBytes.SERVER_READ)).isEqualTo(205);
        assertThat(nfs(4).count(NfsEvent.INODE_REVALIDATE)).isEqualTo(7);
        assertThat(nfs(4).count(NfsEvent.DELAY)).isZero();
        assertThat(nfs(4).count(NfsBytes.NORMAL_READ)).isZero();
    }

    @Test
    void readsTransportsAndOperations() {
        assertThat(nfs(3).transports()).hasSize(2);
        assertThat(nfs(3).transports().get(0).protocol()).isEqualTo("tcp");
        assertThat(nfs(3).transports().get(0).counters())
                .startsWith(871L, 1L, 3L)
                .hasSize(13);
        assertThat(Long.toUnsignedString(nfs(3).transports().get(1).counters().get(5)))
                .isEqualTo("18446744073709551615");
        assertThat(nfs(3).operations()).containsOnlyKeys("NULL", "READ", "READ_PLUS", "75");
        assertThat(nfs(3).operations().get("READ"))
                .isEqualTo(new NfsStatistics.Operation(
                        12,
                        13,
                        1,
                        2400,
                        1234567,
                        Duration.ofMillis(21),
                        Duration.ofMillis(340),
                        Duration.ofMillis(361),
                        OptionalLong.of(2)));
        assertThat(nfs(4).operations().get("GETATTR"))
                .extracting(NfsStatistics.Operation::errors)
                .isEqualTo(OptionalLong.empty());
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        assertThat(FIXTURE.get(5).statistics()).isEqualTo("with=more statistics\nand a second line\n");
        assertThat(FIXTURE.get(5).nfs()).isEmpty();
        assertThat(FIXTURE.get(3).statistics())
                .startsWith("statvers=1.1\n\topts:\trw,")
                .endsWith("5 6\n\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'mounted on /a with fstype b'|1|expected \"no device\"",
                "'device a on /a with fstype b'|10|expected \"mounted on\"",
                "'device a mounted on /a\\777 with fstype b'|23|a backslash in the mount point without the three octal digits of a byte",
                "'device a mounted on /a with fstype '|36|the filesystem type is empty",
                "'device a mounted on /a with fstype'|24|expected \"with fstype\"",
            })
    void saysWhereALineIsMalformed(String line, int column, String problem) {
        assertThatExceptionOfType(MalformedMountInfoException.class)
                .isThrownBy(
                        () -> MountStatsEntry.parse(("no device mounted on /a with fstype b\n" + line).getBytes(UTF_8)))
                .withMessage("mountstats, line 2, column " + column + ": " + problem);
    }

    @Test
    void saysWhichCounterIsMalformed() {
        String text = "device a mounted on /a with fstype nfs statvers=1.1\n\tevents:\t1 2 x 4\n";

        assertThatExceptionOfType(MalformedMountInfoException.class)
                .isThrownBy(() -> MountStatsEntry.parse(text.getBytes(UTF_8)))
                .withMessage("mountstats, line 2, column 14: expected a decimal number, found \"x\"");
    }

    @Test
    void saysWhichOperationIsMalformed() {
        String text = "device a mounted on /a with fstype nfs statvers=1.1\n\tper-op statistics\n\tREAD: 1 2\n";

        assertThatExceptionOfType(MalformedMountInfoException.class)
                .isThrownBy(() -> MountStatsEntry.parse(text.getBytes(UTF_8)))
                .withMessage("mountstats, line 3, column 10: expected 8 counters, found 2");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listsTheMountsOfMountinfo() throws IOException {
        List<String> mountPoints = MountTable.ofSelf().mounts().stream()
                .map(MountEntry::mountPoint)
                .toList();

        assertThat(MountStatsEntry.ofSelf())
                .extracting(MountStatsEntry::mountPoint)
                .isEqualTo(mountPoints);
        assertThat(MountStatsEntry.ofProcess(ProcessHandle.current().pid())).isEqualTo(MountStatsEntry.ofSelf());
    }
}

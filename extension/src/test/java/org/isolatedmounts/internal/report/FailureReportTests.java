package org.isolatedmounts.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.MountUsage;
import org.isolatedmounts.internal.event.Reading;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Test;

class FailureReportTests {

    private static final String TABLE = """
            28 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
            40 28 0:50 / /data rw,nosuid,nodev,relatime - tmpfs tmpfs rw,size=1024k
            41 28 8:1 /home/me /b ro,relatime - ext4 /dev/sda1 rw
            """;

    private static final String STATUS = """
            Name:\tjava
            Uid:\t1000\t1000\t1000\t1000
            Gid:\t1000\t0\t0\t0
            Groups:\t27 1000
            NoNewPrivs:\t1
            CapEff:\t0000000000000003
            """;

    private static final LayoutPlan LAYOUT = new LayoutPlan(List.of(
            tmpfs("/data"),
            new MountPlan("/b", new Tree.Copy(Source.ofHost("/home/me"), true), true, List.of(), "@BindMount")));

    @Test
    void tellsLayoutUsageChangesProcessAndOperations() {
        ForkEvent.Examined state = examined(
                Reading.of(TABLE),
                Reading.of(STATUS),
                new MountUsage("/data", 1 << 20, 0, 0, 100, 40, ""),
                new MountUsage("/b", 3L << 40, 2L << 40, 3L << 39, 0, 0, ""));

        assertThat(report(LAYOUT, TABLE, List.of("mkdir /data", "mount -t tmpfs tmpfs /data"), state)
                        .brief())
                .containsExactly(
                        "mounts of SpoolerTest > spools() when it failed, in mnt:[4026532000]",
                        "  mount point  space                                inodes                     laid as",
                        "  /data        FULL: 0 B of 1 MiB free, 100 % used  40 of 100 free, 60 % used  tmpfs"
                                + "  rw,size=1024k  rw,nosuid,nodev,relatime",
                        "  /b           1.5 TiB of 3 TiB free, 40 % used     not counted                bind of"
                                + " /home/me  ro,relatime",
                        "no mount has changed since",
                        "process: uid 1000, gid 1000/0/0/0, groups 27 1000",
                        "  effective capabilities chown, dac_override; no_new_privs set",
                        "laid by the supervisor; the same by hand, in the shell of `unshare --mount` (not as root: `unshare --mount --map-current-user --keep-caps`):",
                        "  mkdir /data",
                        "  mount -t tmpfs tmpfs /data");
    }

    @Test
    void saysWhyItDoesNotKnow() {
        ForkEvent.Examined state = examined(
                Reading.unknown("the fork has ended"),
                Reading.unknown("no answer in time"),
                MountUsage.unknown("/data", "fstatfs(9): EIO"),
                MountUsage.unknown("/b", "no answer in time"));

        assertThat(report(LAYOUT, TABLE, List.of(), state).brief())
                .anySatisfy(line ->
                        assertThat(line).startsWith("  /data        unknown: fstatfs(9): EIO    unknown  tmpfs"))
                .contains("changed since: unknown: the fork has ended", "process: unknown: no answer in time");
        assertThat(new FailureReport("test", LAYOUT, laid(TABLE, List.of()), Optional.empty()).brief())
                .contains("process: unknown: the supervisor did not come to look");
        assertThat(report(new LayoutPlan(List.of()), TABLE, List.of(), examined(Reading.of("no table"), Reading.of("")))
                        .full())
                .anySatisfy(line -> assertThat(line).startsWith("changed since: unknown: "))
                .contains("process: uid unknown, gid unknown, groups none");
    }

    @Test
    void whatKeepsATestFromWritingIsShownEvenAmongManyMounts() {
        LayoutPlan layout = new LayoutPlan(IntStream.range(0, 200)
                .mapToObj(i -> tmpfs("/" + "long".repeat(60) + i))
                .toList());
        List<MountUsage> usages = IntStream.range(0, 200)
                .mapToObj(i -> new MountUsage("/" + i, 100, 50, i == 150 ? 0 : 50, 10, i == 170 ? 0 : 5, ""))
                .toList();
        String after = TABLE
                + IntStream.range(100, 5000)
                        .mapToObj(i -> i + " 28 0:9 / /m" + "\\012".repeat(900) + i + " rw - tmpfs x rw\n")
                        .collect(Collectors.joining());
        FailureReport report = report(
                layout,
                TABLE,
                Collections.nCopies(5000, "mount '" + "a\nb".repeat(1000) + "'"),
                examined(Reading.of(after), Reading.of(STATUS), usages.toArray(MountUsage[]::new)));

        assertThat(report.brief())
                .hasSizeLessThan(58)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(320).doesNotContain("\n"))
                .anySatisfy(line -> assertThat(line).contains("FULL").contains("g150 "))
                .anySatisfy(line -> assertThat(line).contains("NONE LEFT").contains("g170 "))
                .contains(
                        "  ... 184 more mounts",
                        "  ... 4890 more changes",
                        "laid by the supervisor, with 5000 more commands that isolatedmounts.verbose=true prints:");
        assertThat(report.full().size()).isGreaterThan(200 + 4900 + 5000 + 4900);
        assertThat(report.full()).allSatisfy(line -> assertThat(line).doesNotContain("..."));
    }

    @Test
    void ofManyCommandsTheBriefReportHasThoseForTheDeclaredMounts() {
        List<String> staging = Collections.nCopies(20, "mount --rbind /etc /sys/kernel/debug/1/etc");
        List<String> declared =
                List.of("mount -t tmpfs tmpfs /data", "mount --rbind /home/me /b", "mount -o remount,bind,ro /b");
        List<String> commands =
                Stream.concat(staging.stream(), declared.stream()).toList();
        FailureReport report = new FailureReport("test", LAYOUT, laid(TABLE, commands), Optional.empty());

        assertThat(report.brief())
                .endsWith(
                        "laid by the supervisor, with 20 more commands that isolatedmounts.verbose=true prints:",
                        "  mount -t tmpfs tmpfs /data",
                        "  mount --rbind /home/me /b",
                        "  mount -o remount,bind,ro /b");
        assertThat(report.full())
                .containsAll(staging.stream().map(command -> "  " + command).toList());
    }

    @Test
    void theFileHasTheWholeTitle() {
        String title = "Spooler" + "Test".repeat(100);
        FailureReport report = new FailureReport(title, LAYOUT, laid(TABLE, List.of()), Optional.empty());

        assertThat(report.full().get(0)).isEqualTo("mounts of " + title + " when it failed, in mnt:[4026532000]");
        assertThat(report.brief().get(0)).contains("...").hasSizeLessThan(300);
    }

    @Test
    void aCharacterIsLeftOutAsAWhole() {
        for (int longest = 3; longest < 12; longest++) {
            assertThat(OneLine.brief("😀".repeat(10), longest))
                    .hasSizeLessThanOrEqualTo(longest)
                    .matches("(😀)*[.]{3}(😀)*");
        }
    }

    @Test
    void aLayoutWithoutMountsIsToldToo() {
        assertThat(report(new LayoutPlan(List.of()), TABLE, List.of(), examined(Reading.of(TABLE), Reading.of(STATUS)))
                        .brief())
                .contains("  no mount is declared", "no mount has changed since");
    }

    @Test
    void capabilitiesAreNamedByWhatIsTheShorterList() {
        assertThat(capabilities("0000000000000000")).isEqualTo("none");
        assertThat(capabilities("000001ffffffffff")).isEqualTo("all");
        assertThat(capabilities("000001ffffdfffff")).isEqualTo("all but sys_admin");
        assertThat(capabilities("0000000000200000")).isEqualTo("sys_admin");
        assertThat(capabilities("nonsense")).isEqualTo("unknown");
    }

    private static String capabilities(String hex) {
        return new ProcessText("CapEff:\t" + hex)
                .capabilities()
                .replace("effective capabilities ", "")
                .replace("; no_new_privs unknown", "");
    }

    private static FailureReport report(
            LayoutPlan layout, String table, List<String> commands, ForkEvent.Examined examined) {
        return new FailureReport("SpoolerTest > spools()", layout, laid(table, commands), Optional.of(examined));
    }

    private static ForkEvent.Laid laid(String table, List<String> commands) {
        return new ForkEvent.Laid("mnt:[4026532000]", table, Map.of(), commands);
    }

    private static ForkEvent.Examined examined(Reading mountInfo, Reading status, MountUsage... usages) {
        return new ForkEvent.Examined("id", mountInfo, status, List.of(usages));
    }

    private static MountPlan tmpfs(String at) {
        return new MountPlan(at, new Tree.FileSystem("tmpfs", "tmpfs", Map.of()), false, List.of(), "@TmpfsMount");
    }
}

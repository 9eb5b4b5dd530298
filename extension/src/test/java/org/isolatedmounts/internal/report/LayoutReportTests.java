package org.isolatedmounts.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Test;

class LayoutReportTests {

    private static final ForkEvent.Laid LAID = new ForkEvent.Laid("mnt:[4026532000]", """
                    28 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw,errors=remount-ro
                    40 28 0:50 / /data rw,nosuid,nodev,relatime - tmpfs isolated-mounts rw,size=65536k,mode=1777
                    41 28 8:1 /home/me /a\\040b ro,relatime - ext4 /dev/sda1 rw,errors=remount-ro
                    """, Map.of(), List.of());

    @Test
    void aHeadlineAndALineForEachMount() {
        assertReport(
                """
                [isolated-mounts] SpoolerTest > spools() in mnt:[4026532000]
                  /a b   bind of /home/me  ro,relatime
                  /data  tmpfs  rw,size=65536k,mode=1777  rw,nosuid,nodev,relatime
                """,
                new MountPlan("/a b", new Tree.Copy(Source.ofHost("/home/me"), true), true, List.of(), "@BindMount"),
                tmpfs("/data"));
    }

    @Test
    void aMountThatIsNotSeenIsHidden() {
        assertReport("""
                [isolated-mounts] SpoolerTest > spools() in mnt:[4026532000]
                  /data        tmpfs  rw,size=65536k,mode=1777  rw,nosuid,nodev,relatime
                  /data/inner  (hidden by another mount)
                """, tmpfs("/data"), tmpfs("/data/inner"));
    }

    @Test
    void whatIsTakenAwayIsNotHidden() {
        assertReport("""
                [isolated-mounts] SpoolerTest > spools() in mnt:[4026532000]
                  /etc/a\\012b  taken away
                """, new MountPlan("/etc/a\nb", new Tree.Absent(), true, List.of(), "@AbsentPath"));
    }

    @Test
    void aMountPointThroughALinkHasBothNames() {
        ForkEvent.Laid laid = new ForkEvent.Laid("mnt:[1]", LAID.mountInfo(), Map.of("/link/x", "/data"), List.of());

        assertThat(LayoutReport.of("test", new LayoutPlan(List.of(tmpfs("/link/x"))), laid)
                        .lines())
                .endsWith("  /link/x -> /data  tmpfs  rw,size=65536k,mode=1777  rw,nosuid,nodev,relatime");
    }

    @Test
    void commandsThatLayTheSameComeLast() {
        ForkEvent.Laid laid = new ForkEvent.Laid(
                "mnt:[1]", LAID.mountInfo(), Map.of(), List.of("mkdir /data", "mount -t tmpfs tmpfs /data"));

        assertThat(LayoutReport.of("test", new LayoutPlan(List.of(tmpfs("/data"))), laid)
                        .lines())
                .endsWith(
                        "  by hand, in the shell of `unshare --mount` (not as root: `unshare --mount --map-current-user"
                                + " --keep-caps`):",
                        "    mkdir /data",
                        "    mount -t tmpfs tmpfs /data");
    }

    @Test
    void aLayoutWithoutMountsIsAHeadline() {
        assertReport("[isolated-mounts] SpoolerTest > spools() in mnt:[4026532000]\n");
    }

    private static void assertReport(String expected, MountPlan... mounts) {
        assertThat(LayoutReport.of("SpoolerTest > spools()", new LayoutPlan(List.of(mounts)), LAID))
                .isEqualTo(expected.replace("\n", System.lineSeparator()));
    }

    private static MountPlan tmpfs(String at) {
        return new MountPlan(at, new Tree.FileSystem("tmpfs", "tmpfs", Map.of()), false, List.of(), "@TmpfsMount");
    }
}

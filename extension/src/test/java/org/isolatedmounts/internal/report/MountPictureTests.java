package org.isolatedmounts.internal.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

class MountPictureTests {

    private static final String HOST = """
            1 0 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            2 1 0:5 / /dev rw shared:2 - devtmpfs devtmpfs rw
            3 1 0:20 / /proc rw shared:3 - proc proc rw
            4 1 8:2 / /data rw shared:4 - ext4 /dev/sda2 rw
            """;

    /** As a namespace has it that was copied: other ids, no peers. */
    private static final String COPY = """
            11 10 8:1 / / rw,relatime - ext4 /dev/sda1 rw
            12 11 0:5 / /dev rw - devtmpfs devtmpfs rw
            13 11 0:20 / /proc rw - proc proc rw
            14 11 8:2 / /data rw - ext4 /dev/sda2 rw
            """;

    @Test
    void whatIsAsOnTheHostIsLeftOut() {
        assertThat(rows(COPY)).isEmpty();
    }

    @Test
    void aDeclaredMountStandsOnWhatItIsMountedOnAndOnWhatItCovers() {
        List<Map<String, Object>> rows =
                rows(COPY + "15 14 0:50 / /data rw,nosuid - tmpfs isolated-mounts rw,size=64k\n", tmpfs("/data"));

        assertThat(texts(rows)).containsExactly("0 / HOST", "1 /data HOST covered", "2 /data DECLARED");
        assertThat(rows.get(0)).containsEntry("host", 0);
        assertThat(rows.get(1)).containsEntry("host", 3).containsEntry("hidden", true);
        assertThat(rows.get(2))
                .containsEntry("by", "@TmpfsMount on test")
                .containsEntry("options", List.of("rw", "nosuid"))
                .doesNotContainKey("host");
    }

    @Test
    void aBindKeepsItsSource() {
        List<Map<String, Object>> rows = rows(
                COPY + "15 11 8:1 /home/me /srv ro - ext4 /dev/sda1 rw\n",
                new MountPlan(
                        "/srv", new Tree.Copy(Source.ofHost("/home/me"), true), true, List.of(), "@BindMount on test"));

        assertThat(texts(rows)).containsExactly("0 / HOST", "1 /srv DECLARED");
        assertThat(rows.get(1)).containsEntry("bind", "/home/me");
    }

    @Test
    void entriesThatAreBoundBackAreNamesUnlessSomethingIsOnThem() {
        List<Map<String, Object>> rows = rows("""
                        20 10 0:60 / / rw - tmpfs isolated-mounts rw
                        21 20 8:1 /bin /bin rw - ext4 /dev/sda1 rw
                        22 20 8:1 /etc /etc rw - ext4 /dev/sda1 rw
                        23 20 0:5 / /dev rw - devtmpfs devtmpfs rw
                        24 22 0:61 / /etc/app rw - tmpfs isolated-mounts rw
                        """, tmpfs("/etc/app"));

        assertThat(texts(rows)).containsExactly("0 / SCAFFOLD", "1 /etc BOUND_BACK", "2 /etc/app DECLARED");
        assertThat(rows.get(0)).containsEntry("boundBack", List.of("/bin"));
    }

    @Test
    void whatOnlyTheHostHasIsGone() {
        Map<String, Object> picture = picture("""
                        20 10 0:60 / / rw - tmpfs isolated-mounts rw
                        23 20 0:5 / /dev rw - devtmpfs devtmpfs rw
                        24 20 0:70 / /proc rw - proc proc rw
                        """);

        assertThat(picture.get("gone")).isEqualTo(List.of(0, 2, 3));
        assertThat(picture.get("commands")).isEqualTo(List.of("mount ..."));
    }

    @Test
    void mountsThatAreStackedOnTheHostAreNotTakenForCoveredByTheLayout() {
        String stacked = "5 2 0:30 / /dev/shm rw - tmpfs tmpfs rw\n6 5 0:31 / /dev/shm rw - tmpfs tmpfs rw\n";

        assertThat(picture(HOST + stacked, COPY + stacked.replace(" 2 0:30", " 12 0:30")))
                .containsEntry("rows", List.of())
                .containsEntry("gone", List.of());
    }

    @Test
    void fiveThousandMountsOfTheHostCostTheirNumbersOnly() {
        String many = IntStream.range(100, 5100)
                .mapToObj(id -> id + " 1 0:" + id + " / /m/" + id + " rw - tmpfs tmpfs rw\n")
                .collect(Collectors.joining());

        Map<String, Object> picture = picture(HOST + many, COPY + many.replace(" 1 0:", " 11 0:"));

        assertThat(picture).containsEntry("rows", List.of()).containsEntry("gone", List.of());
    }

    private static List<Map<String, Object>> rows(String fork, MountPlan... mounts) {
        return rowsOf(picture(fork, mounts));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rowsOf(Map<String, Object> picture) {
        return (List<Map<String, Object>>) requireNonNull(picture.get("rows"));
    }

    private static List<String> texts(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> row.get("depth") + " " + row.get("at") + " " + row.get("kind")
                        + (row.containsKey("hidden") ? " covered" : ""))
                .toList();
    }

    private static Map<String, Object> picture(String fork, MountPlan... mounts) {
        return picture(HOST, fork, mounts);
    }

    private static Map<String, Object> picture(String host, String fork, MountPlan... mounts) {
        return MountPicture.of(
                new HostMounts(() -> MountTable.parse(host)),
                new LayoutPlan(List.of(mounts)),
                new ForkEvent.Laid("mnt:[1]", fork, Map.of("/link", "/data"), List.of("mount ...")));
    }

    private static MountPlan tmpfs(String mountPoint) {
        return new MountPlan(
                mountPoint, new Tree.FileSystem("tmpfs", "tmpfs", Map.of()), false, List.of(), "@TmpfsMount on test");
    }
}

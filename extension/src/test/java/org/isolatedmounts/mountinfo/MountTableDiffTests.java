package org.isolatedmounts.mountinfo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountTableDiffTests {

    private static final String BEFORE = """
            1 0 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            2 1 0:5 / /proc rw - proc proc rw
            3 1 0:6 / /a rw,nosuid - tmpfs tmpfs rw,size=4k
            4 3 0:7 / /a/b rw - tmpfs tmpfs rw
            """;

    private static MountTableDiff after(String... replacements) {
        return diff(BEFORE, BEFORE, replacements);
    }

    private static MountTableDiff diff(String before, String after, String... replacements) {
        String changed = after;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(changed).contains(replacements[i]);
            changed = changed.replace(replacements[i], replacements[i + 1]);
        }
        return MountTable.parse(changed).changesSince(MountTable.parse(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual-machine", "ubuntu", "docker", "wsl"})
    void equalTablesDoNotDiffer(String name) {
        MountTableDiff diff = Fixtures.table(name).changesSince(Fixtures.table(name));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff).hasToString("");
    }

    @Test
    void tellsWhatWasMountedAndUnmounted() {
        MountTableDiff diff = after("4 3 0:7 / /a/b rw", "5 1 0:8 /x /c\\040d ro,noexec master:1");

        assertThat(diff.unmounted()).extracting(MountEntry::mountPoint).containsExactly("/a/b");
        assertThat(diff.mounted()).extracting(MountEntry::mountPoint).containsExactly("/c d");
        assertThat(diff).hasToString("""
                unmounted    /a/b  tmpfs  tmpfs  rw  private
                mounted      /c d  tmpfs  tmpfs[/x]  ro,noexec  master:1""");
    }

    @Test
    void tellsWhatWasMoved() {
        MountTableDiff diff = after("/a rw,nosuid", "/z rw,nosuid", "/a/b", "/z/b");

        assertThat(diff.moved())
                .extracting(MountChange.Moved::mount)
                .extracting(MountEntry::mountPoint)
                .containsExactly("/z", "/z/b");
        assertThat(diff.changes()).hasSize(2);
        assertThat(diff).hasToString("moved        /z  from /a\nmoved        /z/b  from /a/b");
    }

    @Test
    void tellsThatAMountWasMovedOntoAnotherOne() {
        MountTableDiff diff = after("3 1 0:6", "3 9 0:6", "4 3 0:7", "9 1 0:9 / /a rw - tmpfs under rw\n4 3 0:7");

        assertThat(diff.moved())
                .extracting(MountChange.Moved::mount)
                .extracting(MountEntry::parentId)
                .containsExactly(9);
        assertThat(diff.mounted()).extracting(MountEntry::source).containsExactly("under");
        assertThat(diff.changes()).hasSize(2);
    }

    @Test
    void tellsWhatWasRemounted() {
        MountTableDiff diff = after("/a rw,nosuid - tmpfs tmpfs rw,size=4k", "/a ro,nosuid - tmpfs tmpfs ro,size=4k");

        assertThat(diff.remounted()).hasSize(1);
        assertThat(diff.remounted().get(0).before().isReadOnly()).isFalse();
        assertThat(diff.remounted().get(0).mount().isReadOnly()).isTrue();
        assertThat(diff).hasToString("remounted    /a  -rw +ro  filesystem: -rw +ro");
    }

    @Test
    void tellsThatOnlyTheOptionsOfTheFilesystemChanged() {
        assertThat(after("size=4k", "size=8k"))
                .hasToString("remounted    /a  rw,nosuid  filesystem: -size=4k +size=8k");
    }

    @Test
    void tellsWhosePropagationChanged() {
        MountTableDiff diff =
                after("relatime shared:1 -", "relatime shared:2 master:1 -", "/proc rw -", "/proc rw unbindable -");

        assertThat(diff.propagationChanged()).hasSize(2);
        assertThat(diff).hasToString("""
                propagation  /  from shared:1 to shared:2 master:1
                propagation  /proc  from private to unbindable""");
    }

    @Test
    void tellsAllThatHappenedToOneMount() {
        assertThat(after("/a/b rw -", "/b ro shared:3 -").changes())
                .extracting(Object::getClass)
                .containsExactly(
                        MountChange.Moved.class, MountChange.Remounted.class, MountChange.PropagationChanged.class);
    }

    @Test
    void tellsThatWhatIsSeenWasDeleted() {
        String before = BEFORE + "5 1 8:1 /tmp/x /m rw - ext4 /dev/sda1 rw\n";

        assertThat(diff(before, before, "/tmp/x", "/tmp/x//deleted"))
                .hasToString("root deleted /m  ext4  /dev/sda1[/tmp/x//deleted]  rw  private");
    }

    @Test
    void anIdThatIsUsedAgainIsAnotherMount() {
        MountTableDiff diff = after("4 3 0:7 / /a/b", "4 3 0:8 / /a/b");

        assertThat(diff.unmounted()).extracting(MountEntry::device).containsExactly(new DeviceNumber(0, 7));
        assertThat(diff.mounted()).extracting(MountEntry::device).containsExactly(new DeviceNumber(0, 8));
    }

    @Test
    void whatIsUnmountedAndMountedAgainIsTold() {
        MountTableDiff diff = after("4 3 0:7 / /a/b", "5 3 0:7 / /a/b");

        assertThat(diff.changes())
                .extracting(Object::getClass)
                .containsExactly(MountChange.Unmounted.class, MountChange.Mounted.class);
    }

    @Test
    void theCopyOfANamespaceIsComparedByWhatIsInIt() {
        String copy = """
                11 10 8:1 / / rw,relatime master:1 - ext4 /dev/sda1 rw
                12 11 0:5 / /proc rw - proc proc rw
                13 11 0:6 / /c rw,nosuid - tmpfs tmpfs rw,size=4k
                15 11 0:9 / /d rw - tmpfs tmpfs rw
                """;

        assertThat(diff(BEFORE, copy)).hasToString("""
                unmounted    /a/b  tmpfs  tmpfs  rw  private
                propagation  /  from shared:1 to master:1
                moved        /c  from /a
                mounted      /d  tmpfs  tmpfs  rw  private""");
    }

    @Test
    void stackedMountsThatAreAlikeAreCounted() {
        String one = "2 1 0:7 / /a rw - tmpfs tmpfs rw\n";
        String two = "12 11 0:7 / /a rw - tmpfs tmpfs rw\n13 12 0:7 / /a rw - tmpfs tmpfs rw\n";

        assertThat(diff(one, two).mounted()).extracting(MountEntry::mountId).containsExactly(13);
        assertThat(diff(two, one).unmounted()).extracting(MountEntry::mountId).containsExactly(13);
    }

    @Test
    void everythingCameToAnEmptyTable() {
        assertThat(diff("", BEFORE).mounted())
                .isEqualTo(MountTable.parse(BEFORE).mounts());
        assertThat(diff(BEFORE, "").unmounted())
                .isEqualTo(MountTable.parse(BEFORE).mounts());
    }
}

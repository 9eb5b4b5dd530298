package org.isolatedmounts.mountinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MountTableQueriesTests {

    private static final MountTable TABLE = MountTable.parse("""
            1 0 8:1 / / rw shared:1 - ext4 /dev/sda1 rw
            2 1 0:5 / /a rw shared:2 master:1 - tmpfs  rw,size=4k,name=x=y,noswap
            3 2 0:6 / /a ro - tmpfs top rw
            4 1 8:1 /x//deleted /b rw shared:1 - ext4 /dev/sda1 ro
            5 1 0:7 / / rw - tmpfs over-the-root rw
            """);

    private static MountEntry mount(int id) {
        return TABLE.withId(id).orElseThrow();
    }

    private static List<Integer> ids(List<MountEntry> mounts) {
        return mounts.stream().map(MountEntry::mountId).toList();
    }

    @Test
    void goesUpAndDownTheTree() {
        assertThat(ids(TABLE.roots())).containsExactly(1);
        assertThat(ids(TABLE.children(mount(1)))).containsExactly(2, 4, 5);
        assertThat(TABLE.children(mount(3))).isEmpty();
        assertThat(TABLE.parent(mount(3))).contains(mount(2));
        assertThat(TABLE.parent(mount(1))).isEmpty();
        assertThat(TABLE.withId(7)).isEmpty();
    }

    @Test
    void findsPeersAndSlaves() {
        assertThat(ids(TABLE.peers(1))).containsExactly(1, 4);
        assertThat(ids(TABLE.slaves(1))).containsExactly(2);
        assertThat(TABLE.peers(9)).isEmpty();
    }

    @Test
    void findsByTypeAndSource() {
        assertThat(ids(TABLE.ofType("tmpfs"))).containsExactly(2, 3, 5);
        assertThat(ids(TABLE.withSource("/dev/sda1"))).containsExactly(1, 4);
        assertThat(ids(TABLE.withSource(""))).containsExactly(2);
    }

    @Test
    void findsWhatIsStacked() {
        assertThat(ids(TABLE.allAt("/a/"))).containsExactly(2, 3);
        assertThat(TABLE.at("/a")).contains(mount(3));
    }

    @Test
    void whatIsMountedOverTheRootDirectoryIsNotSeen() {
        assertThat(TABLE.at("/")).contains(mount(1));
        assertThat(TABLE.mountOf("/etc")).contains(mount(1));
        assertThat(ids(TABLE.visible())).containsExactly(1, 3, 4);
    }

    @Test
    void aMountOrItsFilesystemMakesReadOnly() {
        assertThat(TABLE.mounts()).extracting(MountEntry::isReadOnly).containsExactly(false, false, true, true, false);
    }

    @Test
    void findsTheValuesOfSuperOptions() {
        assertThat(mount(2).superOption("size")).contains("4k");
        assertThat(mount(2).superOption("name")).contains("x=y");
        assertThat(mount(2).superOption("noswap")).isEmpty();
        assertThat(mount(2).superOption("siz")).isEmpty();
    }

    @Test
    void knowsDeletedRoots() {
        assertThat(TABLE.mounts())
                .extracting(MountEntry::isRootDeleted)
                .containsExactly(false, false, false, true, false);
    }
}

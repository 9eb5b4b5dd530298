package org.isolatedmounts.assertj;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.isolatedmounts.assertj.Examples.BEFORE;
import static org.isolatedmounts.assertj.Examples.TABLE_OF_EXAMPLES;
import static org.isolatedmounts.assertj.MountAssertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

/** What the assertions on tables say when they fail. That they pass and fail is in their Javadoc. */
class MountTableAssertTests {

    private static final MountTable TABLE = TABLE_OF_EXAMPLES;

    private static final String CACHE = """

            /                           ext4   /dev/sda1  rw,relatime  shared:1
            └─ /data                    tmpfs  tmpfs      rw,noexec    private
               └─ /data/cache (hidden)  tmpfs  lower      rw           private
                  └─ /data/cache        tmpfs  upper      rw           private""";

    private static void fails(ThrowingCallable assertion, String message) {
        AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
        assertThat(error).isNotNull().hasMessage("\n" + message);
    }

    @Test
    void hasMountAtShowsTheMountsNearThePath() {
        fails(() -> assertThat(TABLE).hasMountAt("/dta"), """
                Expecting a mount at "/dta", but that path lies on the mount at "/":
                /           ext4   /dev/sda1  rw,relatime             shared:1
                ├─ /proc    proc   proc       rw,nosuid,nodev,noexec  private
                ├─ /data    tmpfs  tmpfs      rw,noexec               private
                ├─ /media   tmpfs  tmpfs      rw                      master:1
                └─ /secret  tmpfs  tmpfs      rw                      unbindable""");
    }

    @Test
    void hasMountAtShowsWhatIsMountedBelow() {
        fails(() -> assertThat(TABLE).hasMountAt(Path.of("/etc")), """
                Expecting a mount at "/etc", but that path lies on the mount at "/":
                /            ext4   /dev/sda1                rw,relatime             shared:1
                ├─ /proc     proc   proc                     rw,nosuid,nodev,noexec  private
                ├─ /data     tmpfs  tmpfs                    rw,noexec               private
                ├─ /etc/app  ext4   /dev/sda1[/home/me/app]  ro,relatime             shared:1
                ├─ /media    tmpfs  tmpfs                    rw                      master:1
                └─ /secret   tmpfs  tmpfs                    rw                      unbindable""");
    }

    @Test
    void hasMountAtTellsThatTheMountIsHidden() {
        MountTable hidden = MountTable.parse("""
                1 0 8:1 / / rw - ext4 /dev/sda1 rw
                2 1 0:2 / /data/cache rw - tmpfs inner rw
                3 1 0:3 / /data rw - tmpfs cover rw
                """);

        fails(() -> assertThat(hidden).hasMountAt("/data/cache"), """
                Expecting a mount at "/data/cache", but it is hidden: that path lies on the mount at "/data":
                /                        ext4   /dev/sda1  rw  private
                ├─ /data/cache (hidden)  tmpfs  inner      rw  private
                └─ /data                 tmpfs  cover      rw  private""");
    }

    @Test
    void hasMountAtKnowsTablesWithoutARoot() {
        MountTable chroot = MountTable.parse("2 1 0:2 / /proc rw - proc proc rw\n");

        fails(() -> assertThat(chroot).hasMountAt("/data"), """
                Expecting a mount at "/data", but that path lies on no mount of the table:
                /proc  proc  proc  rw  private""");
        fails(() -> assertThat(chroot).mountOf("/data").isShared(), """
                Expecting "/data" to lie on a mount, but it lies on none of the table:
                /proc  proc  proc  rw  private""");
    }

    @Test
    void hasNoMountAtShowsTheMount() {
        fails(() -> assertThat(TABLE).hasNoMountAt("/etc/app"), """
                Expecting no mount at "/etc/app", but there is one:
                /            ext4  /dev/sda1                rw,relatime  shared:1
                └─ /etc/app  ext4  /dev/sda1[/home/me/app]  ro,relatime  shared:1""");
    }

    @Test
    void hasNoMountAtCountsHiddenMountsToo() {
        fails(
                () -> assertThat(TABLE).hasNoMountAt(Path.of("/data/cache")),
                "Expecting no mount at \"/data/cache\", but there are 2:" + CACHE);
    }

    @Test
    void mountAtFailsWhereThereIsNone() {
        fails(
                () -> assertThat(TABLE).mountAt("/data/x").isReadOnly(),
                "Expecting a mount at \"/data/x\", but that path lies on the mount at \"/data\":" + CACHE);
    }

    @Test
    void isOverMountedTellsHowManyThereAre() {
        fails(
                () -> assertThat(TABLE).isOverMounted("/data"),
                "Expecting several mounts at \"/data\", but there is one:" + CACHE);
        fails(
                () -> assertThat(TABLE).isOverMounted("/data/x"),
                "Expecting several mounts at \"/data/x\", but there is none:" + CACHE);
    }

    @Test
    void hasHiddenMountAtTellsThatItIsVisible() {
        fails(
                () -> assertThat(TABLE).hasHiddenMountAt("/data"),
                "Expecting a hidden mount at \"/data\", but there is only a visible one:" + CACHE);
        fails(
                () -> assertThat(TABLE).hasHiddenMountAt("/data/x"),
                "Expecting a hidden mount at \"/data/x\", but there is none:" + CACHE);
    }

    @Test
    void hasNoHiddenMountsShowsThem() {
        fails(() -> assertThat(TABLE).hasNoHiddenMounts(), """
                Expecting no hidden mounts, but there is one:
                /                           ext4   /dev/sda1  rw,relatime  shared:1
                └─ /data                    tmpfs  tmpfs      rw,noexec    private
                   └─ /data/cache (hidden)  tmpfs  lower      rw           private""");
    }

    @Test
    void hasSameMountsAsShowsTheDifference() {
        fails(() -> assertThat(TABLE).hasSameMountsAs(BEFORE), """
                Expecting the same mounts, but there are 2 changes:
                mounted      /data/cache  tmpfs  lower  rw  private
                mounted      /data/cache  tmpfs  upper  rw  private""");
        MountTable remounted = MountTable.parse(Examples.TABLE_TEXT.replace("/data rw", "/data ro"));
        fails(() -> assertThat(remounted).hasSameMountsAs(TABLE), """
                Expecting the same mounts, but there is 1 change:
                remounted    /data  -rw +ro""");
    }

    @Test
    void hasOnlyChangedTellsWhereElseItChanged() {
        fails(() -> assertThat(TABLE).hasOnlyChanged(BEFORE, "/data", "/etc/app"), """
                Expecting the table to have changed at "/data", "/etc/app" only, but it changed at "/data/cache":
                mounted      /data/cache  tmpfs  lower  rw  private
                mounted      /data/cache  tmpfs  upper  rw  private""");
        fails(
                () -> assertThat(TABLE).hasOnlyChanged(TABLE, "/data"),
                "Expecting the table to have changed at \"/data\" only, but nothing changed");
        fails(() -> assertThat(TABLE).hasOnlyChanged(BEFORE), """
                Expecting the table to have changed at no mount point, but it changed at "/data/cache":
                mounted      /data/cache  tmpfs  lower  rw  private
                mounted      /data/cache  tmpfs  upper  rw  private""");
    }

    @Test
    void aMovedMountHasChangedAtBothPlaces() {
        MountTable moved = MountTable.parse(Examples.TABLE_TEXT.replace("/media", "/mnt"));

        assertThat(moved).hasOnlyChanged(TABLE, "/media", "/mnt");
        assertThat(moved).hasOnlyChanged(TABLE, "/media/", "//mnt/.");
        fails(() -> assertThat(moved).hasOnlyChanged(TABLE, "/mnt"), """
                Expecting the table to have changed at "/mnt" only, but it changed at "/media", "/mnt":
                moved        /mnt  from /media""");
    }

    @Test
    void descriptionsComeFirstAndGoAlong() {
        assertThatThrownBy(() -> assertThat(TABLE).as("the child").hasMountAt("/data/x"))
                .hasMessageStartingWith("[the child] \nExpecting a mount at \"/data/x\"");
        assertThatThrownBy(
                        () -> assertThat(TABLE).as("the child").mountAt("/data").isShared())
                .hasMessageStartingWith("[the child] \nExpecting the mount at \"/data\"");
        assertThatThrownBy(() -> assertThat(TABLE).withFailMessage("no data").hasMountAt("/data/x"))
                .hasMessage("no data");
    }

    @Test
    void pathsAreNoFormats() {
        fails(() -> assertThat(BEFORE).hasMountAt("/%n/%s"), """
                Expecting a mount at "/%n/%s", but that path lies on the mount at "/":
                /  ext4  /dev/sda1  rw,relatime  shared:1""");
    }

    @Test
    void longMessagesAreCut() {
        MountTable many = MountTable.parse("1 0 8:1 / / rw - ext4 disk rw\n"
                + IntStream.range(2, 1000)
                        .mapToObj(id -> id + " 1 0:" + id + " / /m" + id + " rw - tmpfs tmpfs rw\n")
                        .collect(joining()));

        assertThatThrownBy(() -> assertThat(many).hasMountAt("/data"))
                .hasMessageContainingAll("/m2 ", "⋮ (979 lines left out)", "/m999 ")
                .message()
                .hasLineCount(23);
        assertThatThrownBy(() -> assertThat(many).hasSameMountsAs(BEFORE))
                .message()
                .hasLineCount(23);
        assertThatThrownBy(() -> assertThat(many).isEqualTo(BEFORE))
                .message()
                .satisfies(it -> assertThat(it.lines()).hasSizeLessThan(40));
        assertThatThrownBy(() -> assertThat(many)
                        .isEqualTo(MountTable.parse(many.toString().replace("1 0 8", "1 7 8"))))
                .hasMessageContainingAll("1 0 8:1 / /", "1 7 8:1 / /")
                .message()
                .satisfies(it -> assertThat(it.lines()).hasSizeLessThan(50));
    }

    @Test
    void nullIsNoTable() {
        fails(() -> assertThat((MountTable) null).hasMountAt("/data"), "Expecting actual not to be null");
        fails(() -> assertThat((MountTable) null).mountAt("/data").isShared(), "Expecting actual not to be null");
    }

    @Test
    void relativePathsAreRefused() {
        assertThatThrownBy(() -> assertThat(TABLE).hasMountAt("data"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path must be absolute, but is \"data\"");
    }
}

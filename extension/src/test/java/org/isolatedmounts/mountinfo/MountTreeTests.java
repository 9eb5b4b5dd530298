package org.isolatedmounts.mountinfo;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MountTreeTests {

    private static final MountTable TABLE = MountTable.parse("""
            1 0 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            2 1 0:5 / /proc rw,nosuid master:7 - proc proc rw
            3 1 0:6 / /data/a\\040b rw - tmpfs  rw,size=4k
            4 2 0:5 /sys /proc/sys ro - proc proc rw
            5 1 0:7 / /data ro unbindable - tmpfs cover rw
            6 5 0:8 / /data/c rw - tmpfs tmpfs rw
            """);

    @Test
    void drawsTheWholeTree() {
        assertThat(TABLE.toTree()).hasToString("""
                /                      ext4   /dev/sda1   rw,relatime  shared:1
                ├─ /proc               proc   proc        rw,nosuid    master:7
                │  └─ /proc/sys        proc   proc[/sys]  ro           private
                ├─ /data/a b (hidden)  tmpfs              rw           private
                └─ /data               tmpfs  cover       ro           unbindable
                   └─ /data/c          tmpfs  tmpfs       rw           private""");
    }

    @Test
    void drawsInAscii() {
        assertThat(TABLE.toTree().below("/proc").toAscii()).isEqualTo("""
                /                ext4  /dev/sda1   rw,relatime  shared:1
                `- /proc         proc  proc        rw,nosuid    master:7
                   `- /proc/sys  proc  proc[/sys]  ro           private""");
    }

    @Test
    void drawsASubtreeWithItsAncestors() {
        assertThat(TABLE.toTree().below("/data/").mounts())
                .extracting(MountEntry::mountId)
                .containsExactly(1, 3, 5, 6);
        assertThat(TABLE.toTree().below("/dat")).hasToString("");
    }

    @Test
    void drawsGivenMountsWithTheirAncestors() {
        MountEntry inner = TABLE.at("/proc/sys").orElseThrow();

        assertThat(TABLE.toTree().only(List.of(inner)).mounts())
                .extracting(MountEntry::mountId)
                .containsExactly(1, 2, 4);
        assertThat(TABLE.toTree().only(List.of())).hasToString("");
    }

    @Test
    void leavesHiddenMountsOut() {
        assertThat(TABLE.toTree().visible().mounts()).isEqualTo(TABLE.visible()).hasSize(5);
    }

    @Test
    void namesCannotSpoilTheTerminal() {
        MountTable nasty =
                MountTable.parse("1 0 0:1 / /a\u001b[31m\rb\u202e\udcfc\u00a0c rw la\rter - tmpfs x\\012y rw\n");

        assertThat(nasty.toTree())
                .hasToString("/a\\033[31m\\015b\\342\\200\\256\\374\\302\\240c  tmpfs  x\\012y  rw  la\\015ter");
    }

    @Test
    void longNamesDoNotWidenTheirColumn() {
        MountTable table = MountTable.parse(
                "1 0 0:1 / / rw - tmpfs tmpfs rw\n2 1 0:2 / /" + "x".repeat(100) + " rw - tmpfs tmpfs rw\n");

        assertThat(table.toTree())
                .hasToString("/  tmpfs  tmpfs  rw  private\n└─ /" + "x".repeat(100) + "  tmpfs  tmpfs  rw  private");
    }

    @Test
    void drawsStacksOfAnyHeight() {
        MountTable stack = MountTable.parse(IntStream.range(1, 2000)
                .mapToObj(id -> id + " " + (id - 1) + " 0:1 / /a rw - tmpfs tmpfs rw\n")
                .collect(joining()));

        assertThat(stack.toTree().toString().lines()).hasSize(1999);
        assertThat(stack.visible()).extracting(MountEntry::mountId).containsExactly(1999);
    }

    @Test
    void drawsEveryMountOfATableThatIsNoTree() {
        MountTable circles = MountTable.parse("""
                1 1 0:1 / / rw - tmpfs own-parent rw
                2 3 0:2 / /a rw - tmpfs circle rw
                3 2 0:3 / /a/b rw - tmpfs circle rw
                3 2 0:4 / /a/b rw - tmpfs same-id rw
                """);

        assertThat(circles.toTree().toString().lines()).hasSize(4);
        assertThat(circles.mountOf("/a/b/c")).isPresent();
    }
}

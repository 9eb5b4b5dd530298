package org.isolatedmounts.internal.layout.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutOrderTests {

    @TempDir
    Path host;

    @Test
    void parentsComeFirst() {
        assertThat(ordered(Stream.of("/a/b/c", "/a", "/a/b", "/z/y")
                        .map(at -> bind(at, "/source"))
                        .toList()))
                .containsExactly("/a", "/a/b", "/z/y", "/a/b/c");
    }

    @Test
    void equalsKeepTheDeclaredOrder() {
        MountPlan lower = bind("/data", "/lower");
        MountPlan upper = bind("/data", "/upper");
        MountPlan other = bind("/aaa", "/other");

        assertThat(LayoutOrder.of(List.of(lower, other, upper))).containsExactly(lower, other, upper);
        assertThat(LayoutOrder.of(List.of(upper, lower, other))).containsExactly(upper, lower, other);
    }

    @Test
    void whatALinkOfTheHostLeadsToComesFirst() throws IOException {
        Path real = host.resolve("a/b/c/d");
        Files.createSymbolicLink(host.resolve("link"), Path.of("a/b/c/d/e"));

        assertThat(ordered(List.of(tmpfs(host + "/link/x"), tmpfs(host + "/link"), tmpfs(real.toString()))))
                .containsExactly(real.toString(), host + "/link", host + "/link/x");
    }

    @Test
    void theMountWithTheLinkComesFirstThenWhatTheLinkLeadsTo() throws IOException {
        Path source = Files.createDirectory(host.resolve("source"));
        Files.createSymbolicLink(source.resolve("link"), Path.of("/isolated/deep/below"));

        assertThat(ordered(List.of(
                        tmpfs("/a/link/x"),
                        tmpfs("/isolated/deep/below"),
                        tmpfs("/isolated"),
                        bind("/a", source + ""))))
                .containsExactly("/isolated", "/a", "/isolated/deep/below", "/a/link/x");
    }

    @Test
    void linksThatLeadInACircleEndToo() throws IOException {
        Path one = Files.createDirectory(host.resolve("one"));
        Path two = Files.createDirectory(host.resolve("two"));
        Files.createSymbolicLink(one.resolve("link"), two.resolve("link"));
        Files.createSymbolicLink(two.resolve("link"), one.resolve("link"));

        assertThat(ordered(List.of(tmpfs(one + "/link/x"), tmpfs(two + "/link/y"), bind(one + "/link", two + ""))))
                .containsExactlyInAnyOrder(one + "/link/x", two + "/link/y", one + "/link");
    }

    @Test
    void whatIsShownComesFirstWithAllThatIsMountedInIt() {
        assertThat(ordered(List.of(
                        bindOfLayout("/a", "/z/pool"), tmpfs("/z/pool"), tmpfs("/z/pool/deep/er"), tmpfs("/z/pool2"))))
                .containsExactly("/z/pool", "/z/pool/deep/er", "/a", "/z/pool2");
    }

    @Test
    void whatIsMountedInAMountThatShowsItsOwnPlaceComesAfterIt() {
        assertThat(ordered(
                        List.of(tmpfs("/srv/a"), bindOfLayout("/srv", "/srv"), bindOfLayout("/srv/a/b", "/srv/a/b"))))
                .containsExactly("/srv", "/srv/a", "/srv/a/b");
    }

    @Test
    void aPlaceInTheSourceMayBeTheMountPoint() {
        assertThat(ordered(List.of(bindOfLayout("/pool/copy", "/pool"), tmpfs("/pool/a/b"), tmpfs("/pool"))))
                .containsExactly("/pool", "/pool/a/b", "/pool/copy");
    }

    @Test
    void refusesMountsThatShowEachOther() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> ordered(List.of(bindOfLayout("/a", "/b"), bindOfLayout("/b", "/a"))))
                .withMessageMatching(
                        "@BindMount: `at` must not lie in what it shows itself, but is \"/[ab]\"; @BindMount,"
                                + " @BindMount each need the other before: remove one of them, or show a path of the host");
    }

    @Test
    void twoNamesOfOnePlaceAreForTheCheck() throws IOException {
        Files.createDirectory(host.resolve("v1"));
        Files.createSymbolicLink(host.resolve("current"), Path.of("v1"));

        assertThat(ordered(List.of(
                        bindOfLayout(host + "/v1", host + "/v1"), bindOfLayout(host + "/current", host + "/current"))))
                .hasSize(2);
    }

    @Test
    void aThousandMountsAreInOrder() {
        List<MountPlan> mounts = IntStream.range(0, 1000)
                .mapToObj(number -> tmpfs("/d".repeat(50 - number % 50) + "/" + number))
                .toList();

        assertThat(ordered(mounts).stream().map(at -> Path.of(at).getNameCount()))
                .hasSize(1000)
                .isSorted();
    }

    private static List<String> ordered(List<MountPlan> mounts) {
        return LayoutOrder.of(mounts).stream().map(MountPlan::mountPoint).toList();
    }

    private static MountPlan tmpfs(String at) {
        return new MountPlan(at, new Tree.FileSystem("tmpfs", "tmpfs", Map.of()), false, List.of(), "@TmpfsMount");
    }

    private static MountPlan bindOfLayout(String mountPoint, String source) {
        return new MountPlan(mountPoint, new Tree.Copy(Source.ofLayout(source), true), true, List.of(), "@BindMount");
    }

    private static MountPlan bind(String mountPoint, String source) {
        return new MountPlan(mountPoint, new Tree.Copy(Source.ofHost(source), true), false, List.of(), "@BindMount");
    }
}

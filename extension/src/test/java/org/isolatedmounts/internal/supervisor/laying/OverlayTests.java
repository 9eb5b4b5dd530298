package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bindOfLayout;
import static org.isolatedmounts.internal.supervisor.laying.Plans.newFile;
import static org.isolatedmounts.internal.supervisor.laying.Plans.overlay;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyPath;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Test;

class OverlayTests extends LaboratoryTestCase {

    OverlayTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void whatIsWrittenIsSeenByTheTestAlone() throws IOException {
        Path at = ownDirectory("at");
        ownFile("at/changed", "before\n");
        ownFile("at/deleted", "");
        ownDirectory("at/sub");
        ownFile("at/sub/kept", "kept\n");

        assertThat(laid(
                        "echo after > at/changed; rm at/deleted; echo new > at/sub/new; mv at/sub/kept at/moved;"
                                + " rm -r at/sub; mkdir at/sub; cat at/changed at/moved; ls -A at at/sub",
                        overlay(at)))
                .isEqualTo("after\nkept\nat:\nchanged\nmoved\nsub\n\nat/sub:\n");
        assertThat(at.resolve("changed")).hasContent("before\n");
        assertThat(at.resolve("deleted")).exists();
        assertThat(at.resolve("sub")).isDirectoryContaining(file -> file.endsWith("kept"));
    }

    @Test
    void theTopmostLayerWins() throws IOException {
        ownDirectory("a");
        ownDirectory("b");
        ownFile("a/both", "of a\n");
        ownFile("b/both", "of b\n");
        ownFile("b/one", "one\n");

        assertThat(laid("cat o/both o/one; ls -A o", overlay(home.resolve("o"), false, host("a"), host("b"))))
                .isEqualTo("of a\none\nboth\none\n");
    }

    @Test
    void hasTheModeAndTheOwnerOfTheTopmostLayer() throws IOException {
        Path at = ownDirectory("at");
        Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwxr-x--x"));
        if (laboratory.isRoot()) {
            Files.setAttribute(at, "unix:uid", 4711);
            assertThat(laid("stat -c '%a %u' at", overlay(at))).isEqualTo("751 4711\n");
        } else {
            assertThat(laid("stat -c '%a %u' at", overlay(at))).isEqualTo("751 " + laboratory.user() + "\n");
        }
    }

    @Test
    void hasOneDeviceNumber() throws IOException {
        Path at = ownDirectory("at");
        ownFile("at/old", "");

        assertThat(laid("touch at/new; stat -c %d at/old at/new | uniq | wc -l", overlay(at)))
                .isEqualTo("1\n");
    }

    @Test
    void directoriesCanBeRenamedByRoot() throws IOException {
        Path at = ownDirectory("at");
        ownDirectory("at/a");
        ownFile("at/a/file", "x\n");
        String script = "mv -T at/a at/b && cat at/b/file; ls at";

        // mv(1) copies if rename(2) does not do
        assertThat(laid(script, overlay(at))).isEqualTo("x\nb\n");
    }

    @Test
    void canBeReadOnlyWithMountPointsInIt() throws IOException {
        Path at = ownDirectory("at");
        ownFile("at/file", "x\n");

        assertThat(laid(
                        "cat at/file; touch at/new; echo y > at/deep/er/file && cat at/deep/er/file",
                        overlay(at, true, Source.ofLayout(at + "")),
                        tmpfs(at.resolve("deep/er"))))
                .startsWith("x\n")
                .contains("Read-only file system")
                .endsWith("y\n");
        assertThat(at.resolve("deep")).doesNotExist();
    }

    @Test
    void liesOnOtherMountsAndUnderThem() throws IOException {
        Path at = ownDirectory("at");

        assertThat(laid(
                        "cat at/file o/file; echo changed > o/file; cat at/file o/file",
                        tmpfs(at),
                        newFile(at.resolve("x"), "", "644", false),
                        overlay(home.resolve("o"), false, Source.ofLayout(at + ""))))
                .contains("No such file");
        ownFile("at/file", "x\n");
        assertThat(laid(
                        "echo changed > o/file; cat at/file o/file; touch at/y",
                        readOnlyPath(at),
                        overlay(home.resolve("o"), false, Source.ofLayout(at + ""))))
                .startsWith("x\nchanged\n")
                .contains("Read-only file system");
    }

    @Test
    void anOverlayOfAnOverlayIsTheLast() throws IOException {
        Path at = ownDirectory("at");
        ownFile("at/file", "x\n");

        assertThat(laid("cat p/file", overlay(at), overlay(home.resolve("p"), false, Source.ofLayout(at + ""))))
                .isEqualTo("x\n");
        assertThat(refusal(
                        overlay(at),
                        overlay(home.resolve("p"), false, Source.ofLayout(at + "")),
                        overlay(home.resolve("q"), false, Source.ofLayout(home.resolve("p") + ""))))
                .startsWith("@OverlayMount(at = \"~/q\"): fsconfig(")
                .contains("EINVAL", "an overlay on an overlay is all that it stacks");
    }

    @Test
    void whatIsMountedBelowALayerIsNotPartOfIt() throws IOException {
        assertThat(laid("ls -A " + laboratory.shared() + "/sub | wc -l", overlay(laboratory.shared())))
                .isEqualTo("0\n");
        if (!laboratory.isRoot()) {
            // of what the laboratory has mounted itself it is free
            assertThat(refusal(overlay(home.resolve("o"), false, Source.ofHost("/dev"))))
                    .contains("open_tree(", "EINVAL", "overlay a directory without mounts, or run as root");
        }
    }

    @Test
    void namesOfLayersMayBeNasty() throws IOException {
        Path nasty = directory("a:b,c\\d upperdir=x");
        ownFile("a:b,c\\d upperdir=x/file", "x\n");

        assertThat(laid("cat o/file", overlay(home.resolve("o"), false, Source.ofHost(nasty + ""))))
                .isEqualTo("x\n");
    }

    @Test
    void whatTheJvmUsesStaysTheHosts() throws IOException {
        Path kept = directory("classes");
        ownFile("classes/file", "x\n");

        assertThat(laidKeeping(
                                List.of(KeptPath.read(kept.toString())),
                                "cat classes/file; touch classes/new; touch other && ls",
                                overlay(home))
                        .output())
                .startsWith("x\n")
                .contains("Read-only file system")
                .endsWith("classes\nother\n");
    }

    @Test
    void theLayersAreSeenNowhereElse() throws IOException {
        assertThat(addedMountPoints(laidKeeping(List.of(), "true", overlay(ownDirectory("at")))))
                .containsExactly(home + "/at");
    }

    @Test
    void aMountShowsWhatTheLayoutHas() throws IOException {
        Path pool = directory("pool");

        assertThat(laid(
                        "echo x > pool/file; cat copy/file; touch copy/y; echo s > pool/sub/s; cat copy/sub/s",
                        tmpfs(pool),
                        tmpfs(pool.resolve("sub")),
                        bindOfLayout(pool, home.resolve("copy"), true)))
                .startsWith("x\n")
                .contains("Read-only file system")
                .endsWith("s\n");
    }

    @Test
    void aPathIsReadOnlyButForTheMountsInIt() throws IOException {
        Path at = ownDirectory("at");
        directory("at/sub");
        directory("at/own");

        assertThat(laid(
                        "touch at/a at/sub/b; touch at/own/c && ls at/own; touch at/new/d && ls at/new",
                        readOnlyPath(at),
                        tmpfs(at.resolve("own")),
                        tmpfs(at.resolve("new"))))
                .contains("'at/a': Read-only file system", "'at/sub/b': Read-only file system")
                .endsWith("c\nd\n");
        assertThat(laid("echo x > at/file", ofFile(readOnlyPath(file("at/file", "y")))))
                .contains("Read-only file system");
    }

    private static MountPlan ofFile(MountPlan plan) {
        return plan.with(((Tree.Copy) plan.tree()).ofFile());
    }

    private Source host(String name) {
        return Source.ofHost(home.resolve(name).toString());
    }

    /** A file that the user of the laboratory may change. */
    private void ownFile(String name, String content) throws IOException {
        givenToUser(file(name, content));
    }

    /** An overlay of an ordinary user changes nothing that belongs to another user or group. */
    private Path ownDirectory(String name) throws IOException {
        return givenToUser(directory(name));
    }

    private Path givenToUser(Path file) throws IOException {
        if (laboratory.isOfTheTestRunner()) {
            return file;
        }
        Files.setAttribute(file, "unix:uid", laboratory.user());
        return Files.setAttribute(file, "unix:gid", laboratory.user());
    }
}

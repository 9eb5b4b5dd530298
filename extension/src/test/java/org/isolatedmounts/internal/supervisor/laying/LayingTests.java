package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bindOfLayout;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyTmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.isolatedmounts.internal.plan.KeptPath;
import org.junit.jupiter.api.Test;

class LayingTests extends LaboratoryTestCase {

    LayingTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void nothingDeclaredLeavesTheForkBareAndWithoutTheWorkDirectory() throws IOException {
        Observation observation =
                laidKeeping(List.of(), "cat " + laboratory.work() + "/below; readlink /proc/self/ns/mnt");

        assertThat(observation.output()).isEqualTo("below\n" + observation.namespace() + "\n");
        assertThat(observation.mountPoints())
                .noneMatch(point -> point.startsWith(laboratory.work().toString()));
    }

    @Test
    void whatIsReadOnlyInTheLayoutStaysSoElsewhere() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "touch copy/x copy/sub/y; touch at/new/z && ls copy",
                        readOnlyTmpfs(at, "nosuid"),
                        readOnlyTmpfs(at.resolve("sub"), "nosuid"),
                        tmpfs(at.resolve("new")),
                        bindOfLayout(at, directory("copy"), false)))
                .contains("'copy/x': Read-only file system", "'copy/sub/y': Read-only file system")
                .endsWith("new\nsub\n");
    }

    @Test
    void noDirectoryOfAReadOnlyMountIsOpenedByAMountPointInIt() throws IOException {
        Path at = directory("at");
        Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(laid(
                        "chmod 777 at; touch at/x; touch at/new/y && ls at",
                        readOnlyBind(at, at),
                        tmpfs(at.resolve("new"))))
                .contains("chmod: changing permissions of 'at': Read-only", "touch: cannot touch 'at/x': Read-only")
                .endsWith("new\n");
    }

    @Test
    void aMaskCannotBeOpenedThroughABindOfIt() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "chmod 777 copy; touch copy/x; ls at",
                        Plans.masked(at, false),
                        bindOfLayout(at, directory("copy"), false)))
                .contains("chmod: changing permissions of 'copy': Read-only", "touch: cannot touch 'copy/x': Read-only")
                .doesNotContain("\nx\n");
    }

    @Test
    void whatIsLaidStaysWhereADirectoryIsCoveredLater() throws IOException {
        Path real = directory("real");
        directory("real/sub/deep");
        Path at = directory("at");
        directory("source");
        Files.createSymbolicLink(home.resolve("source/link"), real);

        Observation observation = laidKeeping(
                List.of(),
                "echo x > real/new/x; cat real/new/x; touch real/sub/deep/y real/sub/deep/in/z; ls real/sub/deep/in",
                bind(home.resolve("source"), at),
                readOnlyTmpfs(real.resolve("sub/deep"), "nosuid"),
                tmpfs(real.resolve("sub/deep/in")),
                tmpfs(at.resolve("link/new")));
        assertThat(observation.output())
                .contains("'real/sub/deep/y': Read-only file system")
                .contains("x\n")
                .endsWith("z\n");
        assertThat(observation.mountPoints())
                .containsOnlyOnce(real + "/sub/deep", real + "/sub/deep/in", real + "/new");
        ByHand.assertSame(laboratory, observation);
    }

    @Test
    void mountPointsAtAndBelowTheWorkDirectory() throws IOException {
        assertThat(laid("ls -A " + laboratory.work(), tmpfs(laboratory.work()))).isEmpty();
        assertThat(laid(
                        "cd " + laboratory.work() + "; cat below; ls",
                        tmpfs(laboratory.work().resolve("missing"))))
                .isEqualTo("below\nbelow\nmissing\n");
        assertThat(laid(
                        "cat " + laboratory.work() + "/below",
                        tmpfs(laboratory.work().resolveSibling("missing"))))
                .isEqualTo("below\n");
    }

    @Test
    void mountsBeyondTheDeclaredOnesDoNotExist() throws IOException {
        Path at = directory("at");

        assertThat(addedMountPoints(laidKeeping(
                        List.of(KeptPath.read(home.toString())), "", tmpfs(at), bind(directory("b"), at.resolve("b")))))
                .containsExactlyInAnyOrder(at.toString(), at.resolve("b").toString());
    }

    @Test
    void mountsAtOneMountPointStack() throws IOException {
        Path at = directory("at");
        file("b", "");

        assertThat(laid("ls -A at", bind(home, at), tmpfs(at))).isEmpty();
    }
}

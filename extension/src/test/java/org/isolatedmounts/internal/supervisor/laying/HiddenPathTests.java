package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyTmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.MountPlan;
import org.junit.jupiter.api.Test;

/** What the JVM needs, under mounts that hide it; links that lead to mount points. */
class HiddenPathTests extends LaboratoryTestCase {

    HiddenPathTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void hiddenWorkingDirectoryIsMadeAndEmpty() throws IOException {
        directory("full");

        assertThat(laid("pwd; ls -A; echo x > relative; cat " + home + "/relative", tmpfs(home)))
                .isEqualTo(home + "\nx\n");
        assertThat(laid("pwd; ls -A; echo x > relative; cat " + home + "/relative", tmpfs(home.resolveSibling(""))))
                .isEqualTo(home + "\nx\n");
    }

    @Test
    void danglingLinkLeadsToAMountPointThatIsMade() throws IOException {
        Files.createSymbolicLink(home.resolve("link"), Path.of("nowhere/at/all"));

        assertThat(laid("touch link/below/a; ls nowhere/at/all/below", tmpfs(home.resolve("link/below"))))
                .isEqualTo("a\n");
    }

    @Test
    void linkIntoAnotherMountIsFollowedThere() throws IOException {
        Files.createSymbolicLink(home.resolve("link"), home.resolve("data/inner"));

        assertThat(laid(
                        "touch link/below/a; ls data/inner/below",
                        tmpfs(home.resolve("data")),
                        tmpfs(home.resolve("link/below"))))
                .isEqualTo("a\n");
    }

    @Test
    void symbolicLinksInTheMountPointAreFollowed() throws IOException {
        directory("real");
        Files.createSymbolicLink(home.resolve("link"), Path.of("../home/./real"));

        assertThat(laid("touch real/a && ls -d link/a", tmpfs(home.resolve("link"))))
                .isEqualTo("link/a\n");
        assertThat(laid("touch link/missing/a && ls real/missing", tmpfs(home.resolve("link/missing"))))
                .isEqualTo("a\n");
    }

    @Test
    void danglingLinkBelowAnotherMountIsNoError() throws IOException {
        Path parent = directory("parent");
        Files.createSymbolicLink(parent.resolve("link"), Path.of("/nowhere"));

        assertThat(laid("touch parent/link/a && ls parent/link", tmpfs(parent), tmpfs(parent.resolve("link"))))
                .isEqualTo("a\n");
    }

    @Test
    void keptDirectoryThatIsHiddenComesBack() throws IOException {
        Path kept = directory("project/target/classes");
        Path other = directory("project/target/test-classes");
        file("project/target/classes/A.class", "A\n");
        List<KeptPath> paths = Stream.of(kept, other, Path.of("/nowhere"), laboratory.work())
                .map(path -> KeptPath.read(path.toString()))
                .toList();

        Observation observation = laidKeeping(
                paths, "cat project/target/classes/A.class; ls project project/target", tmpfs(home.resolve("project")));

        assertThat(observation.output()).isEqualTo("A\nproject:\ntarget\n\nproject/target:\nclasses\ntest-classes\n");
        assertThat(addedMountPoints(observation))
                .containsExactlyInAnyOrder(home.resolve("project").toString(), kept.toString(), other.toString());
    }

    @Test
    void keptDirectoryThatABindHidesComesBack() throws IOException {
        Path kept = directory("project/classes");
        file("project/classes/A.class", "A\n");
        Path source = directory("source");
        file("source/entry", "entry\n");

        assertThat(laidKeeping(
                                List.of(KeptPath.read(kept.toString())),
                                "cat project/entry project/classes/A.class project/classes/conf/x 2>&1; ls project",
                                bind(source, home.resolve("project")),
                                tmpfs(kept.resolve("conf")))
                        .output())
                .startsWith("entry\nA\n")
                .endsWith("classes\nentry\n");
        assertThat(source.resolve("classes")).doesNotExist();
    }

    @Test
    void keptDirectoryThatStaysVisibleIsNotTouched() throws IOException {
        Path kept = directory("classes");
        Path conf = directory("classes/conf");

        Observation observation =
                laidKeeping(List.of(KeptPath.read(kept.toString())), "", tmpfs(conf), tmpfs(kept.resolve("missing")));

        assertThat(addedMountPoints(observation))
                .containsExactlyInAnyOrder(
                        kept.toString(),
                        conf.toString(),
                        conf.toString(),
                        kept.resolve("missing").toString());
    }

    @Test
    void writtenFileStaysWritableUnderReadOnlyMounts() throws IOException {
        Path project = directory("project");
        Path target = directory("project/target");
        Path data = target.resolve("data.exec");
        Path read = file("project/read", "");
        List<KeptPath> kept = List.of(KeptPath.written(data.toString()), KeptPath.read(read.toString()));
        String script =
                "echo written >> project/target/data.exec; touch project/target/new 2>/dev/null; ls project/target";
        for (MountPlan mount : List.of(
                readOnlyBind(project, project),
                readOnlyBind(directory("source"), target),
                readOnlyTmpfs(target, "nosuid", "nodev"))) {
            Files.writeString(data, "").toFile().setWritable(true, false);

            assertThat(laidKeeping(kept, script, mount).output()).isEqualTo("data.exec\n");
            assertThat(data).content().isEqualTo("written\n");
        }
        read.toFile().setWritable(true, false);
        assertThat(laidKeeping(kept, "echo x 2>&1 >> project/read", readOnlyBind(project, project))
                        .output())
                .contains("Read-only file system");
    }
}

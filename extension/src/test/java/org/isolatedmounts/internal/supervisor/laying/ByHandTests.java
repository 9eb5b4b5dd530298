package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.absent;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bindOfLayout;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bindWith;
import static org.isolatedmounts.internal.supervisor.laying.Plans.newFile;
import static org.isolatedmounts.internal.supervisor.laying.Plans.onLink;
import static org.isolatedmounts.internal.supervisor.laying.Plans.propagating;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyTmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.singleBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsFilled;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsOf;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.junit.jupiter.api.Test;

/** Lays a layout, then does by hand, in a namespace of its own, what the log says was done, and compares the tables. */
class ByHandTests extends LaboratoryTestCase {

    ByHandTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void oneTmpfsIsOneCommand() throws IOException {
        Path at = directory("at");

        assertThat(repeated(tmpfs(at)))
                .containsExactly("mount -t tmpfs -o size=64m,nr_inodes=65536,mode=1777,nosuid,nodev tmpfs " + at);
    }

    @Test
    void oneBindIsOneCommand() throws IOException {
        Path source = directory("source");
        Path at = directory("at");

        assertThat(repeated(bind(source, at))).containsExactly("mount --rbind " + source + " " + at);
        if (laboratory.isRoot()) {
            assertThat(repeated(singleBind(source, at))).containsExactly("mount --bind " + source + " " + at);
        }
    }

    @Test
    void optionsOfMounts() throws IOException {
        Path at = directory("at");

        assertThat(repeated(tmpfsWith(at, "nodev", "nosymfollow", "noatime")))
                .containsExactly(
                        "mount -t tmpfs -o size=64m,nr_inodes=65536,mode=1777,nodev,nosymfollow,noatime tmpfs " + at);
        assertThat(repeated(bindWith(directory("source"), at, "noexec", "nosuid")))
                .hasSize(2);
    }

    @Test
    void aTmpfsThatIsFullTakesOneMore() throws IOException {
        Path at = directory("at");

        assertThat(repeated(tmpfsFilled(at, 4096, true)))
                .containsSequence(
                        "mount -t tmpfs -o size=1m,nr_inodes=3,mode=1777,nosuid,nodev tmpfs " + at,
                        "fallocate -l 1044480 " + at + "/.isolated-mounts");
        assertThat(repeated(tmpfsOf(at, "inode64", "")))
                .containsExactly(
                        "mount -t tmpfs -o size=64m,nr_inodes=65536,mode=1777,inode64,nosuid,nodev tmpfs " + at);
    }

    @Test
    void aTmpfsThatBeginsWithFiles() throws IOException {
        Path source = directory("source");
        directory("source/in it's");
        file("source/file", "text");
        Path at = directory("at");
        Path archive = archive(home.resolve("a.zip"), "deep/in/file", "other");

        assertThat(repeated(tmpfsOf(at, CopiedTree.ofDirectory(source.toString(), Map.of()), true)))
                .contains("cp -R --preserve=mode,timestamps -- " + source + "/. " + at);
        repeated(tmpfsOf(source, CopiedTree.ofDirectory(source.toString(), Map.of()), false));
        repeated(tmpfsOf(at, CopiedTree.ofDirectory(home.toString(), Map.of()), false));
        repeated(
                tmpfs(source),
                tmpfsOf(at, CopiedTree.ofDirectory(source.toString(), Map.of()), false),
                readOnlyBind(archive, at.resolve("in it's/deep")));
        repeated(
                tmpfsOf(at, new CopiedTree(archive.toString(), true, "", Map.of()), false),
                tmpfsOf(at.resolve("deep"), new CopiedTree(archive.toString(), true, "deep/", Map.of()), false));
    }

    @Test
    void whatIsKeptAsideIsNoPeerWhenItGoes() throws IOException {
        Path at = directory("at");
        directory("at/directory");

        repeated(
                Plans.propagating(readOnlyBind(at, at), PropagationType.SHARED),
                Plans.overlay(
                        at.resolve("directory"),
                        false,
                        Source.ofLayout(at.resolve("directory").toString())));
    }

    @Test
    void absentPathsAndReplacedLinks() throws IOException {
        Path at = directory("at");
        directory("at/directory");
        file("at/file", "text");
        Path link = Files.createSymbolicLink(home.resolve("link"), Path.of("nowhere"));

        repeated(absent(at.resolve("directory")), absent(at.resolve("file")), absent(home.resolve("missing")));
        repeated(absent(at), readOnlyBind(at, home.resolve("other")), onLink(newFile(link, "x\n", "644", false)));
        file("at/directory/inner", "");
        repeated(Plans.overlay(at, false, Source.ofLayout(at.toString())), absent(at.resolve("directory")));
        repeated(absent(link), onLink(tmpfs(Path.of("/bin"))), absent(Path.of("/opt")));
    }

    @Test
    void filesWithAContent() throws IOException {
        Path at = directory("at");

        assertThat(repeated(
                        newFile(at.resolve("deep/er"), "it's\nä\n", "640", true),
                        newFile(at.resolve("empty"), "", "644", false)))
                .anyMatch(command -> command.startsWith("printf %s \"$(printf 'it\\047s\\012\\303\\244')\n\" > "))
                .anyMatch(command -> command.startsWith("chmod 640 "))
                .anyMatch(command -> command.startsWith("mount --bind ") && command.endsWith(" " + at + "/deep/er"));
    }

    @Test
    void overlays() throws IOException {
        Path at = directory("at");
        directory("a:b, c");

        assertThat(repeated(
                        tmpfs(home.resolve("pool")),
                        Plans.overlay(
                                at,
                                true,
                                Source.ofHost(home.resolve("a:b, c") + ""),
                                Source.ofLayout(home.resolve("pool") + "")),
                        tmpfs(at.resolve("deep/er"))))
                .anyMatch(command ->
                        command.contains(" && mount -t overlay -o lowerdir=0:1,upperdir=upper,workdir=work,"));
    }

    @Test
    void masks() throws IOException {
        Path at = directory("at");

        repeated(Plans.masked(at, false), Plans.masked(file("file", ""), true), tmpfs(at.resolve("deep/er")));
    }

    @Test
    void whatTheLayoutHasElsewhere() throws IOException {
        Path pool = directory("pool");

        repeated(tmpfs(pool), tmpfs(pool.resolve("sub")), Plans.bindOfLayout(pool, directory("at"), true));
        repeated(tmpfs(pool), Plans.bindOfLayout(pool, pool.resolve("missing"), true));
        repeated(Plans.masked(pool, false), Plans.bindOfLayout(pool, pool.resolve("missing"), false));
        repeated(
                Plans.readOnlyPath(laboratory.shared()),
                tmpfs(laboratory.shared().resolve("new")));
    }

    @Test
    void mountPointsWithinDeclaredMounts() throws IOException {
        Path at = directory("at");

        repeated(
                readOnlyTmpfs(at, "noexec"),
                tmpfs(at.resolve("deep/er")),
                bind(file("source", ""), at.resolve("file")));
    }

    @Test
    void readOnlyBindsWithWhatIsMountedBelowThem() throws IOException {
        Path at = directory("at");

        repeated(readOnlyBind(laboratory.shared(), at), tmpfs(at.resolve("sub")));
    }

    @Test
    void sourcesThatTheLayoutHides() throws IOException {
        Path source = directory("source");
        file("source/file", "");

        repeated(
                tmpfs(home), bind(source, home.resolve("at")), readOnlyBind(source.resolve("file"), home.resolve("f")));
    }

    @Test
    void sourcesThatChangeTheirLookThroughALink() throws IOException {
        Path real = directory("real");
        Path link = Files.createSymbolicLink(home.resolve("link"), real);

        repeated(tmpfs(real), bind(link, directory("at")));
        repeated(tmpfs(directory("at")), bind(link, directory("other")));
    }

    @Test
    void missingMountPoints() throws IOException {
        directory("has/directory");
        file("has/file", "");
        file("has/.hidden", "");
        Files.createSymbolicLink(home.resolve("has/link"), Path.of("to nowhere"));

        repeated(tmpfs(home.resolve("has/not/yet")), bind(home.resolve("has"), directory("at")));
    }

    @Test
    void missingMountPointsInALargeDirectory() throws IOException {
        for (int i = 0; i < 50; i++) {
            directory("large/a directory " + i);
            file("large/.file " + i, "");
        }
        Files.createSymbolicLink(home.resolve("large/link"), Path.of("to nowhere"));

        assertThat(repeated(tmpfs(home.resolve("large/missing")))).hasSizeLessThan(12);
    }

    @Test
    void aMissingMountPointInTheRootDirectory() throws IOException {
        Path source = directory("source");

        assertThat(repeated(tmpfs("/isolated-mounts-missing"), bind(source, "/isolated-mounts-missing/a"), tmpfs(home)))
                .anyMatch(command -> command.startsWith("pivot_root "));
        repeated(tmpfs("/isolated-mounts-missing"), tmpfs(home), bind(source, directory("at")));
    }

    @Test
    void whatIsPutAsideForANewRootIsNotTakenAlong() throws IOException {
        Path around = laboratory.work().resolveSibling("shared").resolve("..").normalize();

        repeated(tmpfs("/isolated-mounts-missing"), bind(around, "/isolated-mounts-missing/a"));
        repeated(tmpfs("/isolated-mounts-missing"), bindOfLayout("/", directory("at"), true));
    }

    @Test
    void whatReachesAReadOnlySlaveLater() throws IOException {
        repeated(
                propagating(tmpfs(directory("pool")), PropagationType.SHARED),
                propagating(bindOfLayout(home.resolve("pool"), directory("slave"), true), PropagationType.SLAVE),
                propagating(bindOfLayout(home.resolve("pool"), directory("peer"), false), PropagationType.SHARED),
                tmpfs(home.resolve("peer/volume")));
    }

    @Test
    void whatIsBoundBackForTheJvm() throws IOException {
        Path kept = directory("libraries/kept");
        Path jar = file("libraries/a.jar", "");

        List<KeptPath> both = List.of(KeptPath.read(kept.toString()), KeptPath.read(jar.toString()));
        repeated(both, tmpfs(home), tmpfs(home.resolve("libraries")));
    }

    @Test
    void whatStaysWritableForAnAgent() throws IOException {
        KeptPath written = KeptPath.written(file("coverage.exec", "").toString());

        repeated(List.of(written), readOnlyBind(home, home));
    }

    @Test
    void namesThatAShellWouldTakeApart() throws IOException {
        Path odd = directory("it's $HOME;`x` \\ \n");
        directory("it's $HOME;`x` \\ \n/ entry\t");

        repeated(tmpfs(odd.resolve("missing")), bind(odd, directory("at")));
    }

    private List<String> repeated(MountPlan... mounts) throws IOException {
        return repeated(List.of(), mounts);
    }

    private List<String> repeated(List<KeptPath> kept, MountPlan... mounts) throws IOException {
        Observation laid = laidKeeping(kept, "true", mounts);
        ByHand.assertSame(laboratory, laid);
        return laid.commands();
    }
}

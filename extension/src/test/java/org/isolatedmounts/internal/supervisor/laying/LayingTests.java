package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bindOfLayout;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyTmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.singleBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsFilled;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsOf;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.MountPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void tmpfsIsEmptyAndOfTheUser() throws IOException {
        Path at = directory("at");
        file("at/hidden", "");

        assertThat(laid("ls -A at; stat -c '%a %u %F' at; id -u", tmpfs(at)))
                .isEqualTo("1777 %1$d directory\n%1$d\n".formatted(laboratory.user()));
        assertThat(laid("stat -c %a at", tmpfs(at, "64m", 10, "0750"))).isEqualTo("750\n");
    }

    @Test
    void tmpfsTakesNoMoreThanItsSize() throws IOException {
        assertThat(laid(
                        "head -c 100000 /dev/zero > at/a && head -c 100000 /dev/zero > at/b",
                        tmpfs(directory("at"), "128k", 99, "1777")))
                .contains("No space left on device");
    }

    @Test
    void tmpfsTakesNoMoreThanItsInodes() throws IOException {
        assertThat(laid("cd at; touch a b 2>&1; touch c; ls", tmpfs(directory("at"), "1m", 3, "1777")))
                .contains("touch: cannot touch 'c': No space left on device", "a\nb\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4096, 4096", "8191, 4096", "1044480, 1044480", "1048576, 1048576", "99999999, 1048576"})
    void tmpfsHasNoMoreRoomThanIsFree(long free, long left) throws IOException {
        assertThat(laid(
                        "cd at; stat -f -c '%b %a' .; ls -A; : > empty && ls; head -c " + left
                                + " /dev/zero > empty && echo fits;" + " head -c 1 /dev/zero >> empty",
                        tmpfsFilled(directory("at"), free, false)))
                .startsWith("256 " + left / 4096 + "\nempty\n")
                .contains("fits\n", "No space left on device");
    }

    @Test
    void tmpfsThatIsFullCanBeReadOnly() throws IOException {
        assertThat(laid("stat -f -c %a at; touch at/a", tmpfsFilled(directory("at"), 0, true)))
                .startsWith("0\n")
                .contains("Read-only file system");
    }

    @Test
    void tmpfsBelongsToTheOwnerThatWasAskedFor() throws IOException {
        Path at = directory("at");

        assertThat(laid("stat -c %u at", tmpfsOf(at, "uid", "" + laboratory.user())))
                .isEqualTo(laboratory.user() + "\n");
        if (laboratory.isRoot()) {
            assertThat(laid("stat -c %u:%g at", tmpfsOf(at, "gid", "4711"))).isEqualTo("0:4711\n");
        }
    }

    @Test
    void tmpfsTakesFlagsAndOptionsOfItsOwn() throws IOException {
        Path at = directory("at");

        assertThat(laid("grep ' " + at + " ' /proc/self/mountinfo", tmpfsOf(at, "inode64", "")))
                .contains(",inode64");
        assertThat(laid("grep ' " + at + " ' /proc/self/mountinfo", tmpfsOf(at, "huge", "never")))
                .contains(" tmpfs ");
        assertThat(laboratory.lay("true", tmpfsOf(at, "no_such_option", "")).refusal())
                .contains("@TmpfsMount(at = \"" + at + "\"): fsconfig(", "no_such_option", "EINVAL", "`superOptions`");
    }

    @Test
    void tmpfsCanBeReadOnlyForItsOwnerToo() throws IOException {
        assertThat(laid("touch at/a", readOnlyTmpfs(directory("at"), "nosuid", "nodev")))
                .contains("Read-only file system");
    }

    @Test
    void mountPointsCanBeMadeInAReadOnlyTmpfs() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "echo x > at/deep/er/file && cat at/deep/er/file; touch at/deep/no",
                        readOnlyTmpfs(at, "nosuid", "nodev"),
                        tmpfs(at.resolve("deep/er"))))
                .startsWith("x\n")
                .contains("Read-only file system");
    }

    @Test
    void tmpfsFlagsAreThoseDeclared() throws IOException {
        Path at = directory("at");
        String script = "cp /bin/true at/program; at/program && echo ran; grep ' " + at + " ' /proc/self/mountinfo";

        assertThat(laid(script, tmpfs(at))).contains("ran\n", " rw,nosuid,nodev,relatime");
        assertThat(laid(script, tmpfsWith(at, "noexec")))
                .contains("Permission denied", " rw,noexec,relatime")
                .doesNotContain("ran\n");
    }

    @Test
    void bindHasMountPointsThatAreThereAndOthers() throws IOException {
        Path source = directory("source");
        directory("source/there");
        Path at = directory("at");

        assertThat(laid(
                        "echo x > at/there/x; echo y > at/missing/y; touch at/there/ro/z; cat at/there/x at/missing/y",
                        bind(source, at),
                        tmpfs(at.resolve("there")),
                        tmpfs(at.resolve("missing")),
                        readOnlyTmpfs(at.resolve("there/ro"), "nosuid")))
                .contains("Read-only file system")
                .endsWith("x\ny\n");
        assertThat(source.resolve("missing")).doesNotExist();
    }

    @Test
    void mountPointsAreMadeInATmpfsWithoutInodes() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "ls at; touch at/new; touch at/deep/er/x && ls at/deep/er; stat -f -c %c at",
                        tmpfs(at, "1m", 1, "1777"),
                        tmpfs(at.resolve("deep/er")),
                        bind(file("source", ""), at.resolve("file"))))
                .startsWith("deep\nfile\n")
                .contains("cannot touch 'at/new': No space left on device")
                .endsWith("x\n4\n");
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
    void bindShowsTheDirectoryAndWritesIntoIt() throws IOException {
        Path source = directory("source");

        laid("echo written > at/file", bind(source, directory("at")));

        assertThat(source.resolve("file")).hasContent("written");
        assertThat(home.resolve("at")).isEmptyDirectory();
    }

    @Test
    void bindShowsAFile() throws IOException {
        file("at", "old\n");

        assertThat(laid("cat at", bind(file("source", "new\n"), home.resolve("at"))))
                .isEqualTo("new\n");
    }

    @Test
    void readOnlyBindRefusesWritesBelowSubmountsToo() throws IOException {
        assertThat(laid(
                        "cat at/own at/sub/file; touch at/a; touch at/sub/a",
                        readOnlyBind(laboratory.shared(), directory("at"))))
                .startsWith("own\nsubmount\n")
                .contains("touch: cannot touch 'at/a': Read-only file system")
                .contains("touch: cannot touch 'at/sub/a': Read-only file system");
    }

    @Test
    void readOnlyHoldsForTheDeclaredMountOnly() throws IOException {
        Path at = directory("at");
        directory("source/inner");

        assertThat(laid(
                        "touch at/inner/a && ls at/inner; touch at/b",
                        readOnlyBind(home.resolve("source"), at),
                        tmpfs(at.resolve("inner"))))
                .startsWith("a\n")
                .contains("Read-only file system");
    }

    @Test
    void recursiveBindBringsSubmountsAlong() throws IOException {
        assertThat(laid("cat at/sub/file; touch at/sub/x && rm at/sub/x", bind(laboratory.shared(), directory("at"))))
                .isEqualTo("submount\n");
    }

    @Test
    void singleBindLeavesSubmountsBehind() throws IOException {
        assertThat(laid("cat at/own; ls -A at/sub", singleBind(laboratory.shared(), directory("at"))))
                .isEqualTo("own\n");
    }

    @Test
    void singleBindOfAHostTreeWithSubmounts() throws IOException {
        Path at = directory("at");
        Observation observation = laboratory.lay("ls -A at/proc", singleBind("/", at));

        if (laboratory.isRoot()) {
            assertThat(observation.refusal()).isEmpty();
            assertThat(observation.output()).isEmpty();
        } else {
            assertThat(observation.refusal())
                    .startsWith("@BindMount(at = \"" + at + "\"): open_tree(AT_FDCWD, \"/\", ")
                    .contains(": EINVAL")
                    .endsWith("use `recursive = true`");
        }
    }

    @Test
    void missingDirectoryInTheRootDirectoryIsMade() throws IOException {
        String before = laid("ls -A /");
        String rootMode = laboratory.isRoot() ? laid("stat -c '%a' /") : "555\n";

        assertThat(laid(
                        "touch /isolated-a/x /isolated-b/deep/er/y && ls /isolated-a /isolated-b/deep/er; pwd; ls -d ../home;"
                                + " stat -c %a /; readlink /proc/self/cwd; test -r /proc/self/status",
                        tmpfs("/isolated-a"), tmpfs("/isolated-b/deep/er")))
                .isEqualTo("/isolated-a:\nx\n\n/isolated-b/deep/er:\ny\n%1$s\n../home\n%2$s%1$s\n"
                        .formatted(home, rootMode));
        assertThat(laid("ls -A / | grep -v ^isolated-", tmpfs("/isolated-a"))).isEqualTo(before);
    }

    @Test
    void replacedRootHoldsDeclaredAndBoundMountsOnly() throws IOException {
        Observation observation = laidKeeping(List.of(), "touch /new && rm /new", tmpfs("/isolated-a"));

        assertThat(addedMountPoints(observation)).contains("/isolated-a");
        assertThat(observation.mountInfo().lines().filter(line -> line.split(" ", -1)[4].equals("/")))
                .hasSize(1);
    }

    @Test
    void whoMayNotWriteBesideAMadeMountPointOnTheHostMayNotInTheTest() throws IOException {
        String touch = "setpriv --inh-caps=-all --ambient-caps=-all --bounding-set=-all touch";
        String refusal = "touch: cannot touch '%s/new': Permission denied\n";

        assertThat(laid(
                        "for i in /etc /etc/isolated-app /etc/isolated-app/a; do " + touch
                                + " $i/new && echo made; done",
                        tmpfs("/etc/isolated-app/a/b")))
                .isEqualTo(
                        laboratory.isRoot()
                                ? "made\nmade\nmade\n"
                                : refusal.formatted("/etc")
                                        + refusal.formatted("/etc/isolated-app")
                                        + refusal.formatted("/etc/isolated-app/a"));
    }

    @Test
    void missingDirectoryAndFileInEtcAreMade() throws IOException {
        String before = laid("ls -lAL /etc | grep -v ^total | awk '{print $1, $3, $4, $5, $NF}'");
        Path source = file("source", "configured\n");
        MountPlan directory = tmpfs("/etc/isolated-app");
        MountPlan file = bind(source, "/etc/isolated.conf");

        assertThat(laid("cat /etc/isolated.conf; touch /etc/isolated-app/x && ls /etc/isolated-app", directory, file))
                .isEqualTo("configured\nx\n");
        assertThat(laid(
                        "ls -lAL /etc | grep -v ^total | awk '{print $1, $3, $4, $5, $NF}' | grep -v ' isolated[-.][a-z]*$'",
                        directory,
                        file))
                .isEqualTo(before);
    }

    @Test
    void missingMountPointBelowABindIsMadeBesideTheHost() throws IOException {
        directory("source");
        file("source/entry", "entry\n");
        Files.createSymbolicLink(home.resolve("source/link"), Path.of("entry"));
        Path at = directory("at");

        assertThat(laid(
                        "cat at/entry at/link; touch at/missing/x; ls at; stat -c %u at",
                        bind(home.resolve("source"), at), tmpfs(at.resolve("missing"))))
                .isEqualTo("entry\nentry\nentry\nlink\nmissing\n" + laboratory.user() + "\n");
        assertThat(home.resolve("source/missing")).doesNotExist();
    }

    @Test
    void scaffoldInAReadOnlyBindIsReadOnly() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "touch at/x; touch at/missing/x && ls at",
                        readOnlyBind(directory("source"), at),
                        tmpfs(at.resolve("missing"))))
                .contains("Read-only file system", "missing\n");
    }

    @Test
    void missingMountPointInAWritableDirectoryLeavesItWritable() throws IOException {
        Path parent = directory("parent");
        file("parent/entry", "entry\n");

        assertThat(laid("touch parent/x && ls parent; stat -c '%a %u' parent", tmpfs(parent.resolve("missing"))))
                .isEqualTo("entry\nmissing\nx\n755 " + laboratory.user() + "\n");
        assertThat(parent.resolve("x")).doesNotExist();
    }

    @Test
    void sourceBelowAMountIsTheOneOfTheHost() throws IOException {
        Path source = directory("source");
        file("source/file", "source\n");

        assertThat(laid(
                        "cat /tmp/inner/file; ls -I 'laboratory*' /tmp; cat /isolated-a/file",
                        tmpfs("/tmp"),
                        bind(source, "/tmp/inner"),
                        bind(source, "/isolated-a")))
                .isEqualTo("source\ninner\nsource\n");
    }

    @Test
    void sourceThatIsAMountPointIsTheOneOfTheHost() throws IOException {
        Path a = directory("a");
        Path b = directory("b");
        Path c = directory("c");
        file("a/file", "a\n");
        file("b/file", "b\n");

        assertThat(laid("cat b/file c/file", bind(a, b), bind(b, c))).isEqualTo("a\nb\n");
    }

    @Test
    void sourceShowsNoScaffold() throws IOException {
        Path source = directory("source");

        assertThat(laid(
                        "ls at; touch at/written",
                        singleBind(source, directory("at")),
                        tmpfs(source.resolve("missing"))))
                .isEmpty();
        assertThat(source.resolve("written")).exists();
    }

    @Test
    void sourceBelowTheWorkDirectoryIsTheOneOfTheHost() throws IOException {
        Path at = directory("at");

        assertThat(laid("cat at/below", bind(laboratory.work(), at))).isEqualTo("below\n");
        assertThat(laid("cat at/work/below; ls at/work", bind(laboratory.work().resolve(".."), at)))
                .isEqualTo("below\nbelow\n");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                " leading and trailing ",
                "tab\tand\nnewline",
                "back\\slash \\040 \\012",
                "'single' \"double\" `command` $variable",
                "äöü 漢字 \uD83D\uDE00",
                "-rf",
                "...",
            })
    void namesMayBeStrange(String name) throws IOException {
        String shell = octal(name);
        laid("mkdir -p source/" + shell + " && echo found > source/" + shell + "/file");

        assertThat(laid(
                        "cd missing*/; cat ./" + shell + "/file; touch x; ls x",
                        tmpfs(home + "/missing" + name),
                        bind(home + "/source/" + name, home + "/missing" + name + "/" + name)))
                .isEqualTo("found\nx\n");
    }

    @Test
    void namesMayBeLong() throws IOException {
        String name = "x".repeat(200);

        assertThat(laid("cd " + name + " && touch x && ls", tmpfs(home.resolve(name))))
                .isEqualTo("x\n");
    }

    @Test
    void namesOfNeighboursNeedNotBeText() throws IOException {
        Path parent = directory("parent");
        laid("cd parent; echo ok > \"$(printf 'caf\\351')\"; mkdir \"$(printf '\\377dir')\"");

        assertThat(laid(
                        "cd parent; cat \"$(printf 'caf\\351')\"; cd \"$(printf '\\377dir')\" && echo there",
                        tmpfs(parent.resolve("missing"))))
                .isEqualTo("ok\nthere\n");
    }

    /** A name for the shell, in ASCII. */
    private static String octal(String name) {
        StringBuilder octal = new StringBuilder("\"$(printf '");
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            octal.append(String.format("\\%03o", each & 0xff));
        }
        return octal.append("')\"").toString();
    }

    @Test
    void devicesSocketsAndPipesAreTakenOver() throws IOException {
        laid("mkfifo pipe");

        assertThat(laid("test -p pipe && echo pipe; ls -A", tmpfs(home.resolve("missing"))))
                .isEqualTo("pipe\nmissing\npipe\n");
        assertThat(laid("echo x > /dev/null && test -c /dev/null && echo device", tmpfs("/dev/isolated")))
                .isEqualTo("device\n");
    }
}

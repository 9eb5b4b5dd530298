package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.plan.PropagationType.PRIVATE;
import static org.isolatedmounts.internal.supervisor.laying.Plans.absent;
import static org.isolatedmounts.internal.supervisor.laying.Plans.newFile;
import static org.isolatedmounts.internal.supervisor.laying.Plans.onLink;
import static org.isolatedmounts.internal.supervisor.laying.Plans.overlay;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.layout.check.LayoutCheck;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken away, and symbolic links that are replaced. */
class AbsentPathTests extends LaboratoryTestCase {

    private Path place = Path.of("/");

    AbsentPathTests(Laboratory laboratory) {
        super(laboratory);
    }

    @BeforeEach
    void makeFiles() throws IOException {
        place = directory("place");
        directory("place/directory/deep");
        file("place/file", "text\n");
        Files.createSymbolicLink(place.resolve("link"), Path.of("directory"));
        Files.createSymbolicLink(place.resolve("dangling"), Path.of("nowhere/at/all"));
    }

    @Test
    void filesDirectoriesAndLinks() throws IOException {
        assertThat(laid("ls -A place; cat place/file", absent(place.resolve("file"))))
                .startsWith("dangling\ndirectory\nlink\n")
                .contains("No such file or directory");
        assertThat(laid("ls -A place", absent(place.resolve("directory")))).isEqualTo("dangling\nfile\nlink\n");
        assertThat(laid("ls -A place; ls place/directory", absent(place.resolve("link"))))
                .isEqualTo("dangling\ndirectory\nfile\ndeep\n");
        assertThat(laid("ls -A place", absent(place.resolve("dangling")), absent(place.resolve("file"))))
                .isEqualTo("directory\nlink\n");
        assertThat(place.resolve("file")).hasContent("text\n");
    }

    @Test
    void whatIsMissingNeedNotBeTakenAway() throws IOException {
        Observation laid = laidKeeping(List.of(), "ls -A place", absent(place.resolve("missing/deep")));

        assertThat(laid.output()).isEqualTo("dangling\ndirectory\nfile\nlink\n");
        assertThat(addedMountPoints(laid)).isEmpty();
    }

    @Test
    void entriesOfTheRootAndMountsOfTheHost() throws IOException {
        assertThat(laid("ls -d /opt /srv /dev/shm; ls -d /usr", absent("/opt"), absent("/dev/shm")))
                .contains("cannot access '/opt'", "cannot access '/dev/shm'", "/srv\n", "/usr\n");
    }

    @Test
    void whatOtherMountsShow() throws IOException {
        Path at = directory("at");

        assertThat(laid("ls -A at place", readOnlyBind(place, at), absent(at.resolve("file"))))
                .isEqualTo("at:\ndangling\ndirectory\nlink\n\nplace:\ndangling\ndirectory\nfile\nlink\n");
        assertThat(laid("ls -A at", overlay(at, false, Source.ofHost(place.toString())), absent(at.resolve("link"))))
                .isEqualTo("dangling\ndirectory\nfile\n");
        assertThat(laid(
                        "ls -A at",
                        tmpfsOf(at, CopiedTree.ofDirectory(place.toString(), Map.of()), false),
                        absent(at.resolve("file"))))
                .isEqualTo("dangling\ndirectory\nlink\n");
        Files.writeString(place.resolve("directory/deep/inner"), "");
        assertThat(laid(
                        "ls -A at",
                        overlay(at, false, Source.ofHost(place.toString())),
                        absent(at.resolve("directory"))))
                .isEqualTo("dangling\nfile\nlink\n");
        assertThat(laid(
                        "ls -A at",
                        tmpfsOf(at, CopiedTree.ofDirectory(place.toString(), Map.of()), false),
                        absent(at.resolve("directory"))))
                .isEqualTo("dangling\nfile\nlink\n");
        assertThat(place.resolve("directory/deep/inner")).exists();
        assertThat(laid("ls -A at", absent(place.resolve("file")), readOnlyBind(place, at)))
                .as("a source is of the host as it is")
                .isEqualTo("dangling\ndirectory\nfile\nlink\n");
    }

    @Test
    void otherMountsLieBesideIt() throws IOException {
        assertThat(laid(
                        "ls -A place; echo x > place/directory/deep/x && ls place/directory/deep",
                        absent(place.resolve("file")),
                        tmpfs(place.resolve("directory/deep")),
                        newFile(place.resolve("new"), "", "644", false)))
                .isEqualTo("dangling\ndirectory\nlink\nnew\nx\n");
    }

    @Test
    void whatTheJvmNeedsStays() throws IOException {
        assertThat(refusal(
                        List.of(KeptPath.read(place.resolve("directory/deep").toString())),
                        absent(place.resolve("directory"))))
                .isEqualTo(
                        "@AbsentPath(\"~/place/directory\"): `value` must not take away ~/place/directory/deep, which the JVM of"
                                + " the test reads: take away single files and directories beside that");
        assertThat(refusal(absent(home))).contains("`value` must not take away ~, the working directory of the test");
    }

    @Test
    void aMountCanReplaceALink() throws IOException {
        assertThat(laid(
                        "stat -c %F place/link place/dangling; ls -A place/link place/directory; cat place/dangling",
                        onLink(tmpfs(place.resolve("link"))),
                        onLink(newFile(place.resolve("dangling"), "new\n", "644", false))))
                .isEqualTo("directory\nregular file\nplace/directory:\ndeep\n\nplace/link:\nnew\n");
        assertThat(Files.isSymbolicLink(place.resolve("link"))).isTrue();
    }

    @Test
    void linksInWhatWasCopiedCanBeReplaced() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "stat -c %F at/link; echo x > at/link/x && ls at/directory at/link",
                        tmpfsOf(at, CopiedTree.ofDirectory(place.toString(), Map.of()), false),
                        onLink(tmpfs(at.resolve("link")))))
                .isEqualTo("directory\nat/directory:\ndeep\n\nat/link:\nx\n");
    }

    /** Nothing lies over it that would have neither its size nor its options. */
    @Test
    void aNewFileSystemStaysWhatItIs() throws IOException {
        Path at = directory("at");
        CopiedTree content = CopiedTree.ofDirectory(place.toString(), Map.of());
        Observation observation = laidKeeping(
                List.of(),
                "ls -A at; ls -A at/directory; stat -c %F at/link",
                tmpfsOf(at, content, false),
                absent(at.resolve("file")),
                absent(at.resolve("directory/deep")),
                onLink(tmpfs(at.resolve("link"))));

        assertThat(observation.output()).isEqualTo("dangling\ndirectory\nlink\ndirectory\n");
        assertThat(addedMountPoints(observation)).containsExactly(at.toString(), at + "/link");
        ByHand.assertSame(laboratory, observation);
        assertThat(place.resolve("directory/deep")).exists();
        if (laboratory.mountsDisks()) {
            Observation disk = laidKeeping(
                    List.of(),
                    "ls -A at; stat -f -c %T at",
                    Plans.diskOf(at, content),
                    absent(at.resolve("directory")));
            assertThat(disk.output()).isEqualTo("dangling\nfile\nlink\next2/ext3\n");
            ByHand.assertSame(laboratory, disk);
        }
    }

    /** Also if a link leads to what is taken away. */
    @Test
    void whatIsFullStaysFull() throws IOException {
        Path at = directory("at");
        Files.createSymbolicLink(home.resolve("to-at"), at);
        file("place/file", "text\n".repeat(10_000));
        CopiedTree content = CopiedTree.ofDirectory(place.toString(), Map.of());

        for (String file : List.of("at/file", "to-at/file")) {
            assertThat(laid(
                            "cp /bin/true at/new; rm at/new; ls -A at",
                            Plans.fullOf(at, content),
                            absent(home.resolve(file))))
                    .as(file)
                    .contains("No space left on device")
                    .endsWith("dangling\ndirectory\nlink\n");
        }
        assertThat(laid(
                        "stat -c %F at/new/deep",
                        Plans.tmpfsFilled(at, 4096, false), onLink(tmpfs(at.resolve("new/deep")))))
                .isEqualTo("directory\n");
    }

    @Test
    void whatNobodyKnowsBeforeIsTakenAway() throws IOException {
        Path at = directory("at");
        String archive =
                archive(home.resolve("a.zip"), "deep/in", "file", "other").toString();
        MountPlan unpacked = tmpfsOf(at, new CopiedTree(archive, true, "", Map.of()), false);

        assertThat(laid(
                        "ls at at/deep",
                        LayoutCheck.check(
                                List.of(unpacked, absent(at.resolve("file")), absent(at.resolve("deep/in"))), PRIVATE)))
                .isEqualTo("at:\ndeep\nother\n\nat/deep:\n");
        Path shown = directory("shown");
        assertThat(laid(
                        "ls shown",
                        LayoutCheck.check(
                                List.of(unpacked, Plans.bindOfLayout(at, shown, true), absent(shown.resolve("file"))),
                                PRIVATE)))
                .isEqualTo("deep\nother\n");
        if (laboratory.mountsDisks()) {
            MountPlan disk = Plans.diskOf(at, new CopiedTree(archive, true, "", Map.of()));
            assertThat(laid("ls at", LayoutCheck.check(List.of(disk, absent(at.resolve("deep"))), PRIVATE)))
                    .isEqualTo("file\nother\n");
        }
    }

    private String laid(String script, LayoutPlan layout) throws IOException {
        Observation observation = laboratory.lay(List.of(), script, layout);
        assertThat(observation.refusal()).isEmpty();
        ByHand.assertSame(laboratory, observation);
        return observation.output();
    }

    @Test
    void aFullDiskHasItsMountPoints() throws IOException {
        Path at = directory("at");

        if (laboratory.mountsDisks()) {
            assertThat(laid(
                            "cp /bin/true at/new; stat -c %F at/inner/deep",
                            Plans.disk(at, 0, false), tmpfs(at.resolve("inner/deep"))))
                    .contains("No space left on device")
                    .endsWith("directory\n");
        } else {
            assertThat(laid(
                            "stat -c %F at/inner/deep",
                            Plans.tmpfsFilled(at, 0, false), tmpfs(at.resolve("inner/deep"))))
                    .isEqualTo("directory\n");
        }
    }

    @Test
    void aScaffoldHasTheOptionsOfWhatItCovers() throws IOException {
        Path at = directory("at");
        String script = "cp /bin/true at/program; at/program || echo refused; ";

        assertThat(laid(
                        script,
                        Plans.bindWith(place, at, "noexec", "nosymfollow"),
                        absent(at.resolve("file")),
                        tmpfs(at.resolve("new"))))
                .contains("Permission denied", "refused");
        assertThat(place.resolve("program")).doesNotExist();
    }

    @Test
    void whatCannotBeBoundLiesBesideIt() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "ls -A at; stat -c %F at/link",
                        tmpfsOf(at, CopiedTree.ofDirectory(place.toString(), Map.of()), false),
                        Plans.propagating(tmpfs(at.resolve("directory")), PropagationType.UNBINDABLE),
                        onLink(tmpfs(at.resolve("link"))),
                        absent(at.resolve("file"))))
                .isEqualTo("dangling\ndirectory\nlink\ndirectory\n");
    }

    @Test
    void aScaffoldIsMadeBeforeWhatItCannotShowWhateverItsName() throws IOException {
        Path at = directory("at");
        Files.createSymbolicLink(home.resolve("to-at"), at);

        assertThat(laid(
                        "ls -A at",
                        Plans.bind(place, home.resolve("to-at")),
                        Plans.propagating(tmpfs(home.resolve("to-at/directory")), PropagationType.UNBINDABLE),
                        absent(at.resolve("file"))))
                .isEqualTo("dangling\ndirectory\nlink\n");
    }

    @Test
    void linksOnTheWayAreFollowed() throws IOException {
        assertThat(laid(
                        "echo x > place/link/deep/x && ls place/directory/deep",
                        onLink(tmpfs(place.resolve("link/deep")))))
                .isEqualTo("x\n");
    }
}

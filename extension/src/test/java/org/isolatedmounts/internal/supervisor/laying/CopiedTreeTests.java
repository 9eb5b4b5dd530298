package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.diskOf;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfsOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.junit.jupiter.api.Test;

class CopiedTreeTests extends LaboratoryTestCase {

    CopiedTreeTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void hasTheFilesTheirPermissionsAndTheirTimes() throws IOException {
        Path source = source();
        Files.setPosixFilePermissions(source.resolve("deep"), PosixFilePermissions.fromString("r-xr-xr-x"));

        String copied = laid(
                "cd at; cat file deep/er/file link; readlink link dangling; stat -c %a .; stat -c '%n %a %Y' file deep; stat -c %u deep/er/file;"
                        + " echo more >> file",
                tmpfsOf(directory("at"), copyOf(source), false));
        Files.setPosixFilePermissions(source.resolve("deep"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(copied)
                .isEqualTo("one\ntwo\ntwo\ndeep/er/file\n../nowhere\n1777\nfile 604 1000000000\ndeep 555 "
                        + time(source.resolve("deep")) + "\n" + laboratory.user() + "\n");
        assertThat(source.resolve("file")).hasContent("one\n");
    }

    @Test
    void readOnlyMountsHaveThemToo() throws IOException {
        assertThat(laid("cat at/file; echo x > at/file", tmpfsOf(directory("at"), copyOf(source()), true)))
                .startsWith("one\n")
                .contains("Read-only file system");
    }

    @Test
    void otherMountsLieInWhatWasCopied() throws IOException {
        Path source = source();
        Path at = directory("at");

        assertThat(laid(
                        "cat at/file at/deep/er/new at/deep/er/file at/here/new",
                        tmpfsOf(at, copyOf(source), false),
                        readOnlyBind(source.resolve("deep/er/file"), at.resolve("file")),
                        Plans.newFile(at.resolve("deep/er/new"), "three\n", "644", false),
                        Plans.newFile(at.resolve("here/new"), "four\n", "644", false)))
                .isEqualTo("two\nthree\ntwo\nfour\n");
    }

    @Test
    void isCopiedBeforeAnythingHidesIt() throws IOException {
        Path source = source();

        assertThat(laid("cat at/file; ls " + source, tmpfs(source), tmpfsOf(directory("at"), copyOf(source), false)))
                .isEqualTo("one\n");
    }

    @Test
    void archivesAreUnpacked() throws IOException {
        Path archive = archive(home.resolve("a.jar"), "deep/in/file", "deep/other", "file");

        assertThat(laid(
                        "cat all/deep/in/file all/file part/in/file; ls part; stat -c '%a %u' part/in part/other",
                        tmpfsOf(directory("all"), new CopiedTree(archive.toString(), true, "", Map.of()), false),
                        tmpfsOf(directory("part"), new CopiedTree(archive.toString(), true, "deep/", Map.of()), false)))
                .isEqualTo("deep/in/filefiledeep/in/filein\nother\n755 " + laboratory.user() + "\n644 "
                        + laboratory.user() + "\n");
    }

    @Test
    void anArchiveReachesNothingElse() throws IOException {
        for (String entry : new String[] {"deep/../../escaped", "../escaped", "/escaped"}) {
            assertThat(refusal(tmpfsOf(directory("at"), unpacked(entry), false)))
                    .contains("`copyOf` ~/a.jar could not be copied: it has an entry that leads out of it, " + entry);
        }
        assertThat(laid("ls at", tmpfsOf(directory("at"), unpacked("./here"), false)))
                .isEqualTo("here\n");
        assertThat(laid("ls -R at", tmpfsOf(directory("at"), unpacked("b/./c", "./", "b/../d"), false)))
                .isEqualTo("at:\nb\nd\n\nat/b:\nc\n");
        assertThat(home.resolve("escaped")).doesNotExist();
    }

    @Test
    void anArchiveWithTwoFilesAtOnePath() throws IOException {
        for (String other : new String[] {"a/b", "./a"}) {
            assertThat(refusal(tmpfsOf(directory("at"), unpacked("a", other), false)))
                    .endsWith("`copyOf` ~/a.jar could not be copied: it has two entries at one path, one is " + other
                            + "; make the archive anew without it");
        }
    }

    private CopiedTree unpacked(String... entries) throws IOException {
        return new CopiedTree(archive(home.resolve("a.jar"), entries).toString(), true, "", Map.of());
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        Path source = directory("source");
        Files.write(source.resolve("large"), new byte[2 << 20]);

        assertThat(refusal(tmpfsOf(directory("at"), copyOf(source), false)))
                .startsWith("@TmpfsMount(at = \"~/at\"): `copyOf` ~/source could not be copied")
                .contains("No space left on device");
    }

    @Test
    void belongsToWhomItIsGiven() throws IOException {
        if (laboratory.isRoot()) {
            CopiedTree given = CopiedTree.ofDirectory(source().toString(), Map.of("uid", "4711", "gid", "4712"));
            assertThat(laid("stat -c '%u %g' at/file at/link at/deep/er", tmpfsOf(directory("at"), given, false)))
                    .isEqualTo("4711 4712\n4711 4712\n4711 4712\n");
        } else {
            CopiedTree mine =
                    CopiedTree.ofDirectory(source().toString(), Map.of("uid", Long.toString(laboratory.user())));
            assertThat(laid("stat -c %u at/file", tmpfsOf(directory("at"), mine, false)))
                    .isEqualTo(laboratory.user() + "\n");
        }
    }

    @Test
    void disksHaveThemToo() throws IOException {
        Path at = directory("at");
        if (laboratory.isRoot() && laboratory.mountsDisks()) {
            assertThat(laid("cat at/file at/link; stat -c %a at", diskOf(at, copyOf(source()))))
                    .isEqualTo("one\ntwo\n1777\n");
        } else {
            assertThat(refusal(diskOf(at, copyOf(source())))).startsWith("@DiskMount");
        }
    }

    private Path source() throws IOException {
        Path source = directory("source");
        Files.createDirectories(source.resolve("deep/er"));
        Files.writeString(source.resolve("deep/er/file"), "two\n");
        Files.writeString(source.resolve("file"), "one\n");
        Files.setPosixFilePermissions(source.resolve("file"), PosixFilePermissions.fromString("rw----r--"));
        Files.setLastModifiedTime(source.resolve("file"), FileTime.fromMillis(1_000_000_000_000L));
        Files.createSymbolicLink(source.resolve("link"), Path.of("deep/er/file"));
        Files.createSymbolicLink(source.resolve("dangling"), Path.of("../nowhere"));
        return source;
    }

    private static CopiedTree copyOf(Path source) {
        return CopiedTree.ofDirectory(source.toString(), Map.of());
    }

    private static long time(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toMillis() / 1000;
    }
}

package org.isolatedmounts.internal.layout.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(LINUX)
class LayoutCheckTests {

    private Path host = Path.of("/");
    private Path file = Path.of("/");
    private Path directory = Path.of("/");

    @BeforeEach
    void makeFiles(@TempDir Path temporary) throws IOException {
        host = temporary.toRealPath();
        file = Files.writeString(host.resolve("file"), "content");
        directory = Files.createDirectories(host.resolve("directory"));
        Files.createDirectories(directory.resolve("sub"));
        Files.writeString(directory.resolve("inner"), "content");
    }

    @Test
    void takesMountPointsThatExistAndThatDoNot() {
        accept(tmpfs(directory), tmpfs(host.resolve("new")), tmpfs(Path.of("/nowhere/at/all")));
        accept(bind(directory, host.resolve("new")), bind(file, host.resolve("new file")));
        accept(bind(directory, directory.resolve("sub")), bind(file, directory.resolve("inner")));
        accept(tmpfs(host.resolve("n".repeat(200) + " \t\n\\\"ü")));
    }

    @Test
    void takesDeviceFilesAsFiles() {
        accept(bind(Path.of("/dev/null"), file));
    }

    @Test
    void takesSourcesWithDotDot() {
        accept(bind(directory.resolve("sub/../../file"), host.resolve("new")));
    }

    @Test
    void takesASourceThatAnotherMountHides() {
        accept(tmpfs(host), bind(file, host.resolve("copy")));
    }

    @Test
    void refusesAMissingSource() {
        Path missing = host.resolve("missing");

        refuse(
                "`source` must exist (ENOENT), but is \"" + missing
                        + "\"; the host has no such directory or file: create it before the run (@BeforeAll runs in the fork, which is"
                        + " too late), or correct the path (a relative one starts at the project)",
                bind(missing, host.resolve("new")));
        refuse(
                "`source` must exist (ENOENT), but is \"" + missing
                        + "/../file\"; the host has no such directory or file:"
                        + " create it before the run (@BeforeAll runs in the fork, which is too late), or correct the path (a relative one starts at the project)",
                bind(host.resolve("missing/../file"), host.resolve("new")));
    }

    @Test
    void nothingIsTakenFromAnImageThatIsReadOnly() {
        Tree.Disk image = new Tree.Disk("ext4", new DiskContent.Image("app.img", false), Map.of());
        Path at = host.resolve("image");

        refuse(
                "`value` must not lie in a read-only file system of the test's own, from which nothing can be taken, but is \""
                        + at + "/file\"; @ImageMount mounts it: make that writable, or have it begin without this",
                new MountPlan(at.toString(), image, true, List.of(), "@ImageMount"),
                absent(at.resolve("file")));
    }

    @Test
    void refusesASourceInAnImageAsNobodyKnowsWhatThatContains() {
        MountPlan image = new MountPlan(
                "/new",
                new Tree.Disk("squashfs", new DiskContent.Image("/image", false), Map.of()),
                true,
                List.of(),
                "@ImageMount(at = \"/new\")");

        accept(image, shown(Path.of("/new"), Path.of("/other")));
        refuse(
                "`source` must not lie in an image, but is \"layout:/new/x\"; @ImageMount(at = \"/new\") mounts it, and what it"
                        + " contains is not known before the test: show the whole image with \"layout:/new\"",
                image,
                shown(Path.of("/new/x"), Path.of("/other")));
    }

    @Test
    void refusesWhatLiesBelowAFile() {
        refuse(
                "`source` must not lie below a file (ENOTDIR), but is \"" + file + "/x\"; \"" + file
                        + "\" is a file: choose a path in a directory",
                bind(file.resolve("x"), host.resolve("new")));
        refuse(
                "`at` must not lie below a file (ENOTDIR), but is \"" + file + "/x\"; \"" + file
                        + "\" is a file: choose a path in a directory",
                tmpfs(file.resolve("x")));
    }

    @Test
    void refusesAMountPointBelowAFileThatIsMounted() {
        MountPlan mountedFile = bind(file, Path.of("/new/config"));

        refuse(
                "`at` must not lie below a file (ENOTDIR), but is \"/new/config/sub/x\"; \"/new/config\" is a file that "
                        + mountedFile.declaredBy() + " mounts there: choose a path in a directory",
                mountedFile,
                tmpfs(Path.of("/new/config/sub/x")));
    }

    @Test
    void refusesLoopsOfSymbolicLinks() throws IOException {
        Path loop = Files.createSymbolicLink(host.resolve("loop"), Path.of("pool"));
        Files.createSymbolicLink(host.resolve("pool"), loop);

        refuse(
                "`source` must not lead into a loop of symbolic links (ELOOP), but is \"" + loop + "/x\"; \"" + loop
                        + "\" leads back to itself or through more than 40 links: correct it",
                bind(loop.resolve("x"), host.resolve("new")));
        refuse(
                "`at` must not lead into a loop of symbolic links (ELOOP), but is \"" + loop + "\"; \"" + loop
                        + "\" leads back to itself or through more than 40 links: correct it; or replace the link with"
                        + " `followLinks = false`",
                tmpfs(loop));
    }

    @Test
    void refusesDanglingSymbolicLinks() throws IOException {
        Path link = Files.createSymbolicLink(host.resolve("link"), Path.of("gone/away"));

        refuse(
                "`source` must not lead through a dangling symbolic link (ENOENT), but is \"" + link + "\"; \"" + link
                        + "\" points to \"gone/away\", which does not exist: create that or remove the link",
                bind(link, host.resolve("new")));
        refuse(
                "`at` must not lead through a dangling symbolic link (ENOENT), but is \"" + link + "/below\"; \"" + link
                        + "\" points to \"gone/away\", which does not exist: create that or remove the link",
                tmpfs(link.resolve("below")));
    }

    @Test
    void aLinkIntoAMountNeedsAMountPointThere() throws IOException {
        Path data = host.resolve("data");
        Path link = Files.createSymbolicLink(host.resolve("into"), data.resolve("sub"));

        refuse(
                "`at` must not lead through a dangling symbolic link (ENOENT), but is \"" + link + "\"; \"" + link
                        + "\" points to \"" + data + "/sub\", which does not exist in what @TmpfsMount(at = \"" + data
                        + "\") on class com.example.SpoolerTest mounts: declare a mount at that path, too, or another path; or"
                        + " replace the link with `followLinks = false`",
                tmpfs(data),
                tmpfs(link));
        accept(tmpfs(data), tmpfs(data.resolve("sub")), tmpfs(link.resolve("k")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/self/cwd/x", "/proc/self/root/tmp", "/proc/thread-self/cwd"})
    void refusesLinksThatLeadElsewhereInEachProcess(String path) {
        for (MountPlan mount : List.of(tmpfs(Path.of(path)), bind(Path.of(path), host.resolve("new")))) {
            assertThatExceptionOfType(InvalidLayoutException.class)
                    .isThrownBy(() -> LayoutCheck.check(List.of(mount), PropagationType.PRIVATE))
                    .withMessageContaining("` must not belong to a single process, but is \"" + path + "\"; ")
                    .withMessageEndingWith("the test runs in another process: choose another path");
        }
    }

    @Test
    void aSymbolicLinkMayLeadToWhatAnEarlierMountMakes() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("../gone/away"));

        accept(tmpfs(host.resolve("gone/away")), tmpfs(link.resolve("x")));
    }

    @Test
    void refusesWhatTheUserCannotReach() throws IOException {
        Path locked = Files.createDirectory(host.resolve("locked"));
        Path inside = Files.createFile(locked.resolve("inside"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            if (Files.exists(inside)) {
                // root gets everywhere
                assertThatNoException()
                        .isThrownBy(() ->
                                LayoutCheck.check(List.of(bind(inside, host.resolve("new"))), PropagationType.PRIVATE));
                return;
            }
            String user = System.getProperty("user.name");

            refuse(
                    "`source` must be reachable for the user who runs the test (EACCES), but is \"" + inside + "\"; \""
                            + user + "\" may not search \"" + locked + "\": grant that or choose another path",
                    bind(inside, host.resolve("new")));
            refuse(
                    "`at` must be reachable for the user who runs the test (EACCES), but is \"" + inside + "\"; \""
                            + user + "\" may not search \"" + locked + "\": grant that or choose another path",
                    bind(file, inside));
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void refusesATmpfsOnAFile() {
        refuse(
                "`at` must be a directory, or not exist (ENOTDIR), but is \"" + file
                        + "\"; there is a file: choose another path, or put a single file there with @BindMount",
                tmpfs(file));
    }

    @Test
    void refusesADirectoryOnAFile() {
        refuse(
                "`at` must be a directory, or not exist, as `source` \"" + directory
                        + "\" is a directory (ENOTDIR), but" + " is \"" + file
                        + "\"; there is a file: choose another path, or a file as source",
                bind(directory, file));
    }

    @Test
    void refusesAFileOnADirectory() {
        refuse(
                "`at` must be a file, or not exist, as `source` \"" + file + "\" is a file (ENOTDIR), but is \""
                        + directory + "\"; there is a directory: choose another path, or a directory as source",
                bind(file, directory));
    }

    @Test
    void aFileMayBeNewOrInPlaceOfAFile() {
        accept(newFile(file), newFile(host.resolve("new/deep")), newFile(Path.of("/etc/new.conf")));
        refuse(
                "`at` must be a file, or not exist (EISDIR), but is \"" + directory
                        + "\"; there is a directory: choose a path in it, or another one",
                newFile(directory));
        refuse(
                "`at` must not lie below a file (ENOTDIR), but is \"/new/x\"; \"/new\" is a file that"
                        + " @FileContent(at = \"/new\") on class com.example.SpoolerTest mounts there: choose a path in a"
                        + " directory",
                newFile(Path.of("/new")),
                newFile(Path.of("/new/x")));
    }

    @Test
    void looksForMountPointsInTheMountsAboveThem() {
        // a tmpfs is empty, so what the host has there does not matter
        accept(tmpfs(host), bind(file, directory), tmpfs(file));
        accept(tmpfs(host), tmpfs(file.resolve("below")));

        // a bind mount shows its source
        MountPlan parent = bind(directory, Path.of("/new"));
        accept(parent, bind(file, Path.of("/new/inner")), tmpfs(Path.of("/new/sub/deeper")));
        refuse(
                "`at` must be a directory, or not exist (ENOTDIR), but is \"/new/inner\"; there is a file: choose another"
                        + " path, or put a single file there with @BindMount",
                parent,
                tmpfs(Path.of("/new/inner")));
        refuse(
                "`at` must be a file, or not exist, as `source` \"" + file
                        + "\" is a file (ENOTDIR), but is \"/new/sub\";"
                        + " there is a directory: choose another path, or a directory as source",
                parent,
                bind(file, Path.of("/new/sub")));
    }

    @Test
    void takesWhatTheLayoutShows() throws IOException {
        Path fresh = Path.of("/fresh");
        MountPlan shown = shown(fresh.resolve("sub"), Path.of("/copy"));

        accept(tmpfs(fresh), tmpfs(fresh.resolve("sub")), shown);
        accept(tmpfs(fresh), newFile(fresh.resolve("f")), shown(fresh.resolve("f"), file));
        accept(bind(directory, fresh), shown(fresh.resolve("inner"), file));
        refuse(
                "`source` must exist (ENOENT), but is \"layout:/fresh/sub\"; neither the host nor another mount of the test"
                        + " has such a directory or file: create it on the host before the run, declare a mount there, or"
                        + " correct the path",
                tmpfs(fresh),
                shown);
        refuse(
                "`at` must exist (ENOENT), but is \"/fresh/sub\"; neither the host nor another mount of the test has such a"
                        + " directory or file, and what an outer class mounts at this very path is replaced: create it on the"
                        + " host before the run, declare a mount there, or correct the path",
                shown(fresh.resolve("sub"), fresh.resolve("sub")));
    }

    @Test
    void looksIntoTheLayersOfAnOverlay() throws IOException {
        Path lower = Files.createDirectory(host.resolve("lower"));
        Files.createDirectory(lower.resolve("inner"));
        Files.createFile(lower.resolve("other"));
        MountPlan overlay = overlay(Path.of("/o"), Source.ofHost(directory + ""), Source.ofHost(lower + ""));

        accept(overlay, bind(file, Path.of("/o/inner")), bind(file, Path.of("/o/other")), tmpfs(Path.of("/o/sub/x")));
        accept(overlay(directory, Source.ofLayout(directory + "")), bind(file, directory.resolve("inner")));
        refuse(
                "`lower` must be a directory, to be overlaid (ENOTDIR), but is \"" + file
                        + "\"; there is a file: write its directory, or put a copy there with @FileContent(copyOf)",
                overlay(Path.of("/o"), Source.ofHost(file + "")));
        refuse(
                "`at` must be a directory, to be overlaid (ENOTDIR), but is \"" + file
                        + "\"; there is a file: write its directory, or put a copy there with @FileContent(copyOf)",
                overlay(file, Source.ofLayout(file + "")));
        refuse(
                "`lower` must not be two directories of which one lies in the other (ELOOP), but is \"layout:/b/sub\";"
                        + " another one is \"" + directory + "\": remove one of them",
                bind(directory, Path.of("/b")),
                overlay(Path.of("/o"), Source.ofHost(directory + ""), Source.ofLayout("/b/sub")));
        accept(
                tmpfs(Path.of("/a")),
                tmpfs(Path.of("/a/b")),
                overlay(Path.of("/o"), Source.ofLayout("/a"), Source.ofLayout("/a/b")));
    }

    @Test
    void refusesLayersThatTheKernelDoesNotTake() {
        Path one = Path.of("/one");
        Path two = Path.of("/two");
        MountPlan first = overlay(one, Source.ofHost(directory + ""));
        MountPlan second = overlay(two, Source.ofLayout(one + ""));

        accept(first, second, shown(two, Path.of("/copy")));
        refuse(
                "`lower` must not be an overlay of an overlay (EINVAL), but is \"layout:/two/sub\"; the kernel stacks no more"
                        + " than two: show the directories of that overlay instead",
                first,
                second,
                overlay(Path.of("/x"), Source.ofLayout("/two/sub")));
        refuse(
                "`lower` must not be /proc or below (EINVAL), but is \"/proc/sys\"; the kernel does not overlay it: use"
                        + " @BindMount",
                overlay(Path.of("/x"), Source.ofHost("/proc/sys")));
    }

    @Test
    void saysThatTheLayoutHasWhatTheHostHasNot() {
        refuse(
                "`source` must exist (ENOENT), but is \"/fresh\"; the host has no such directory or file, but the mounts of the"
                        + " test have: write \"layout:/fresh\" for that",
                tmpfs(Path.of("/fresh")),
                bind(Path.of("/fresh"), Path.of("/copy")));
    }

    @Test
    void saysThatAnOverlayShowsWhatIsAtItsPlace() {
        refuse(
                "`at` must exist (ENOENT), as it is what the overlay shows, but is \"/nothing\"; neither the host nor a mount"
                        + " around it has that directory: write what to show as `lower`, or correct the path",
                overlay(Path.of("/nothing"), Source.ofLayout("/nothing")));
    }

    @Test
    void masksWhatThereIs() {
        accept(masked(directory), masked(file));
        accept(masked(host), tmpfs(directory));
        refuse(
                "`value` must exist (ENOENT), but is \"/missing/x\"; neither the host nor another mount of the test has such a"
                        + " directory or file (what an outer class mounts at this very path is replaced), so there is nothing"
                        + " to mask: correct the path, or remove it",
                masked(Path.of("/missing/x")));
        assertThat(LayoutCheck.check(List.of(masked(file)), PropagationType.PRIVATE)
                        .mounts()
                        .get(0)
                        .tree())
                .isEqualTo(new Tree.Mask(true));
    }

    @Test
    void refusesTwoNamesOfOneMountPoint() {
        MountPlan first = tmpfs(directory);

        refuse(
                "`at` must not cover the mount point of another mount, but is \"" + host + "/zlink\"; "
                        + first.declaredBy()
                        + " is laid before it at \"" + directory + "\", and this one leads to \"" + directory
                        + "\": remove one of them, or correct the symbolic links",
                first,
                link("zlink", directory));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesTheRootDirectory(boolean tmpfs) {
        refuse(
                "`at` must not be the root directory, but is \"/\"; mount at the directories that the test uses, for"
                        + " example \"/data\"",
                tmpfs ? tmpfs(Path.of("/")) : bind(directory, Path.of("/")));
    }

    @Test
    void refusesTheRootDirectoryBehindASymbolicLink() throws IOException {
        refuse(
                "`at` must not be the root directory, but is \"" + host
                        + "/link\"; symbolic links lead to \"/\": mount at"
                        + " the directories that the test uses, for example \"/data\"",
                link("link", Path.of("/")));
        Files.delete(host.resolve("link")); // or JUnit warns of where it leads
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "/proc/sys", "/proc/missing/x"})
    void refusesATmpfsOnProc(String at) {
        refuse(
                "`at` must not be /proc or below, but is \"" + at
                        + "\"; processes need the kernel's own files there: choose another path",
                tmpfs(Path.of(at)));
    }

    @Test
    void refusesToReplaceProc() {
        refuse(
                "`at` must not be /proc, but is \"/proc\"; processes need the kernel's own files there: mount at single"
                        + " files below it",
                bind(directory, Path.of("/proc")));
    }

    @Test
    void takesASingleFileBelowProc() {
        accept(bind(file, Path.of("/proc/meminfo")));
    }

    @Test
    void refusesTheFilesOfProcessesAndMissingOnesBelowProc() {
        long pid = ProcessHandle.current().pid();

        refuse(
                "`at` must not belong to a single process, but is \"/proc/self/status\"; symbolic links lead to \"/proc/"
                        + pid + "/status\": the test runs in another process: choose another path",
                bind(file, Path.of("/proc/self/status")));
        refuse(
                "`source` must not belong to a single process, but is \"/proc/self/fd\"; symbolic links lead to \"/proc/"
                        + pid + "/fd\": the test runs in another process: choose another path",
                bind(Path.of("/proc/self/fd"), host.resolve("new")));
        refuse(
                "`at` must exist, as it is below /proc, but is \"/proc/missing\"; nothing can be created there: correct"
                        + " the path",
                bind(file, Path.of("/proc/missing")));
    }

    @Test
    void takesALinkThatIsToBeReplaced() throws IOException {
        Path link = Files.createSymbolicLink(host.resolve("dangling"), Path.of("nowhere"));

        accept(onLink(tmpfs(link)));
        accept(onLink(newFile(link)), bind(file, host.resolve("copy")));
        accept(onLink(tmpfs(link)), newFile(link.resolve("deep/file")));
        refuse(
                "`at` must not lead through a dangling symbolic link (ENOENT), but is \"" + link + "\"; \"" + link
                        + "\" points to \"nowhere\", which does not exist: create that or remove the link; or replace"
                        + " the link with `followLinks = false`",
                tmpfs(link));
    }

    @Test
    void takesPathsAway() throws IOException {
        Path link = Files.createSymbolicLink(host.resolve("link"), directory);

        accept(absent(file), absent(link), tmpfs(directory));
        assertThat(LayoutCheck.check(List.of(absent(host.resolve("missing"))), PropagationType.PRIVATE)
                        .mounts())
                .as("what is missing already")
                .isEmpty();
        refuse(
                "`at` must not lie in what another annotation takes away, but is \"" + directory + "/sub\";"
                        + " @AbsentPath(\"" + directory + "\") does: remove one of them",
                absent(directory),
                tmpfs(directory.resolve("sub")));
        accept(absent(directory), absent(directory.resolve("sub")), absent(host.resolve("missing")));
        refuse(
                "`at` must not lie in what another annotation takes away, but is \"" + host + "/missing/sub\";"
                        + " @AbsentPath(\"" + host + "/missing\") does: remove one of them",
                absent(host.resolve("missing")),
                tmpfs(host.resolve("missing/sub")));
        refuse(
                "`value` must not lie in a read-only file system of the test's own, from which nothing can be taken, but is \""
                        + directory + "/inner\"; @OverlayMount(at = \"" + directory
                        + "\") mounts it: make that writable, or have it begin without this",
                readOnlyOverlay(directory),
                absent(directory.resolve("inner")));
        refuse(
                "`source` must exist (ENOENT), but is \"layout:" + file
                        + "\"; neither the host nor another mount of the test"
                        + " has such a directory or file: create it on the host before the run, declare a mount there, or"
                        + " correct the path",
                absent(file),
                shown(file, host.resolve("new")));
        refuse(
                "`value` must not be /proc or below, but is \"/proc/cpuinfo\"; nothing can be taken away from the kernel's own"
                        + " files: hide it with @MaskedPath",
                absent(Path.of("/proc/cpuinfo")));
        refuse(
                "`value` must not be the root directory, but is \"/\"; mount at the directories that the test uses, for example"
                        + " \"/data\"",
                absent(Path.of("/")));
    }

    private static MountPlan readOnlyOverlay(Path at) {
        return new MountPlan(
                at.toString(),
                new Tree.Overlay(List.of(Source.ofLayout(at.toString())), Map.of()),
                true,
                List.of(),
                "@OverlayMount(at = \"" + at + "\")");
    }

    private static MountPlan onLink(MountPlan mount) {
        return new MountPlan(
                mount.mountPoint(),
                mount.tree(),
                mount.readOnly(),
                mount.options(),
                mount.propagation(),
                false,
                mount.declaredBy(),
                mount.attribute());
    }

    private static MountPlan absent(Path path) {
        return onLink(new MountPlan(
                path.toString(), new Tree.Absent(), true, List.of(), "@AbsentPath(\"" + path + "\")", "value"));
    }

    private MountPlan link(String name, Path target) {
        try {
            return tmpfs(Files.createSymbolicLink(host.resolve(name), target));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static MountPlan tmpfs(Path at) {
        return new MountPlan(
                at.toString(),
                new Tree.FileSystem("tmpfs", "tmpfs", Map.of()),
                false,
                List.of(),
                "@TmpfsMount(at = \"" + at + "\") on class com.example.SpoolerTest");
    }

    private static MountPlan newFile(Path at) {
        return new MountPlan(
                at.toString(),
                Tree.NewFile.of(new byte[0], "644", Map.of()),
                false,
                List.of(),
                "@FileContent(at = \"" + at + "\") on class com.example.SpoolerTest");
    }

    private static MountPlan bind(Path source, Path at) {
        return new MountPlan(
                at.toString(),
                new Tree.Copy(Source.ofHost(source.toString()), true),
                false,
                List.of(),
                "@BindMount(at = \"" + at + "\") on class com.example.SpoolerTest");
    }

    private static MountPlan masked(Path path) {
        return new MountPlan(
                path.toString(),
                new Tree.Mask(false),
                true,
                List.of(),
                "@MaskedPath(\"" + path + "\") on class com.example.SpoolerTest",
                "value");
    }

    private static MountPlan shown(Path source, Path at) {
        return new MountPlan(
                at.toString(),
                new Tree.Copy(Source.ofLayout(source.toString()), true),
                true,
                List.of(),
                "@BindMount(at = \"" + at + "\") on class com.example.SpoolerTest");
    }

    private static MountPlan overlay(Path at, Source... lower) {
        return new MountPlan(
                at.toString(),
                new Tree.Overlay(List.of(lower), Map.of()),
                false,
                List.of(),
                "@OverlayMount(at = \"" + at + "\") on class com.example.SpoolerTest");
    }

    private static void accept(MountPlan... mounts) {
        assertThatNoException().isThrownBy(() -> LayoutCheck.check(List.of(mounts), PropagationType.PRIVATE));
    }

    private static void refuse(String problem, MountPlan... mounts) {
        String declaredBy = mounts[mounts.length - 1].declaredBy();
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> LayoutCheck.check(List.of(mounts), PropagationType.PRIVATE))
                .withMessage(declaredBy + ": " + problem);
    }
}

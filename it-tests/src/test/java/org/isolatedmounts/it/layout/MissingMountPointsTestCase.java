package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/isolated-mounts-it")
@BindMount(source = HostPlace.SOURCE, at = "/etc/isolated-mounts-it")
class MissingMountPointsTestCase {

    @Test
    void addsScaffoldsAndWhatTheyBindBack() throws IOException {
        List<MountEntry> mounts = MountTable.ofSelf().mounts();
        List<MountEntry> host = Tables.hostMounts();

        // the new root stands for the old one, and what the new /proc hides is not bound back
        assertThat(Tables.difference(host, mounts))
                .extracting(MountEntry::mountPoint)
                .allMatch(point -> point.equals("/") || point.startsWith("/proc"))
                .contains("/");
        assertThat(Tables.difference(mounts, host))
                .allSatisfy(mount -> assertThat(mount.mountPoint())
                        .matches(point -> isScaffold(mount)
                                || List.of("/proc", "/isolated-mounts-it", "/etc/isolated-mounts-it")
                                        .contains(point)
                                || isBoundBack(mount)));
        assertThat(mounts.stream().filter(MissingMountPointsTestCase::isScaffold))
                .extracting(MountEntry::mountPoint)
                .containsExactlyInAnyOrder("/", "/etc");
        assertThat(mounts).allMatch(mount -> mount.propagation().isPrivate());
    }

    @Test
    void showsEveryEntryOfTheHostAndTheNewOne() throws IOException {
        assertShowsHostAnd("/isolated-mounts-it", "/", "it.host-root");
        assertShowsHostAnd("/etc/isolated-mounts-it", "/etc", "it.host-etc");
        assertThat(Path.of("/isolated-mounts-it")).isEmptyDirectory();
        assertThat(Path.of("/etc/isolated-mounts-it/file")).hasContent("of the source");
        assertThat(modeAsUserOf("/")).isEqualTo(System.getProperty("it.host-root-mode"));
        assertThat(modeAsUserOf("/etc")).isEqualTo(System.getProperty("it.host-etc-mode"));
    }

    private static void assertShowsHostAnd(String added, String directory, String hostListing) throws IOException {
        List<String> hostEntries = System.getProperty(hostListing).lines().toList();
        try (Stream<Path> entries = Files.list(Path.of(directory))) {
            assertThat(entries).contains(Path.of(added)).hasSize(hostEntries.size() + 1);
        }
        assertThat(HostView.listing(Path.of(directory)))
                .containsAll(hostEntries.stream()
                        .filter(entry -> !entry.startsWith("/etc "))
                        .toList());
    }

    /** Whoever may not write there will own what covers it, so nobody has that permission then. */
    static String modeAsUserOf(String directory) throws IOException {
        int mode = (Integer) Files.getAttribute(Path.of(directory), "unix:mode");
        return Integer.toOctalString(Files.isWritable(Path.of(directory)) ? mode : mode & ~0222);
    }

    private static boolean isScaffold(MountEntry mount) {
        return mount.source().equals("isolated-mounts");
    }

    /** An entry of a covered directory, as it was there. */
    private static boolean isBoundBack(MountEntry mount) {
        Path parent = Path.of(mount.mountPoint()).getParent();
        return List.of(Path.of("/"), Path.of("/etc")).contains(parent)
                && mount.root().endsWith(mount.mountPoint());
    }
}

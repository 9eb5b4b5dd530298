package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.AbsentPath;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.FileContent;
import org.isolatedmounts.MaskedPath;
import org.isolatedmounts.OverlayMount;
import org.isolatedmounts.ReadOnlyPath;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.WritablePath;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

/** What the host has, changed for one test. */
class PathsTestCase {

    private static final Path SOURCE = Path.of(HostPlace.SOURCE);
    private static final Path WRITTEN = SOURCE.resolve("written");

    @Test
    @OverlayMount(at = HostPlace.SOURCE)
    void overlay() throws IOException {
        Files.writeString(SOURCE.resolve("file"), "changed");
        Files.writeString(SOURCE.resolve("new"), "new");

        assertThat(SOURCE.resolve("file")).hasContent("changed");
        assertThat(MountTable.ofSelf().at(HostPlace.SOURCE).orElseThrow().fileSystemType())
                .isEqualTo("overlay");
    }

    @Test
    @TmpfsMount(at = "/isolated-mounts-it")
    @TmpfsMount(at = "/isolated-mounts-it/sub")
    @BindMount(source = "layout:/isolated-mounts-it", at = "/isolated-mounts-it-copy")
    void sourceOfTheLayout() throws IOException {
        Files.writeString(Path.of("/isolated-mounts-it/sub/file"), "x");

        assertThat(Path.of("/isolated-mounts-it-copy/sub/file")).hasContent("x");
        assertThatIOException()
                .isThrownBy(() -> Files.createFile(Path.of("/isolated-mounts-it-copy/other")))
                .withMessageContaining("Read-only file system");
    }

    @Test
    @ReadOnlyPath(HostPlace.SOURCE)
    @WritablePath(HostPlace.SOURCE + "/written")
    void readOnlyAndWritable() throws IOException {
        for (Path path : List.of(SOURCE, SOURCE.resolve("directory"))) {
            assertThatIOException()
                    .isThrownBy(() -> Files.createFile(path.resolve("new")))
                    .withMessageContaining("Read-only file system");
        }
        Files.createFile(WRITTEN.resolve("reaches the host"));
    }

    @Test
    @AbsentPath({HostPlace.SOURCE + "/file", "/etc/isolated-mounts-it-missing"})
    void absent() throws IOException {
        assertThat(SOURCE.resolve("file")).doesNotExist();
        assertThat(SOURCE.resolve("directory")).isDirectory();
        Files.createFile(SOURCE.resolve("goes with the test"));
    }

    @Test
    @FileContent(at = HostPlace.SOURCE + "/dangling", text = "there", followLinks = false)
    void inPlaceOfALink() {
        assertThat(SOURCE.resolve("dangling")).isRegularFile().hasContent("there");
    }

    @Test
    @MaskedPath({HostPlace.FILE, HostPlace.SOURCE})
    void masked() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Files.readString(Path.of(HostPlace.FILE)));
        assertThat(Files.exists(SOURCE.resolve("file"))).isFalse();
        assertThat(SOURCE.toFile().list())
                .satisfiesAnyOf(
                        list -> assertThat(list).isNull(),
                        list -> assertThat(list).isEmpty());
    }
}

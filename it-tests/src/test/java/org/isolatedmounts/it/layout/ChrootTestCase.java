package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

/** Runs in a chroot. */
@IsolatedMounts
@TmpfsMount(at = "/mnt")
class ChrootTestCase {

    @Test
    void onAMountPointThatIsThere() throws IOException {
        assertIsolated("/mnt");
    }

    @Test
    @TmpfsMount(at = "/isolated-mounts-it")
    void onOneThatIsMissingInTheRoot() throws IOException {
        assertIsolated("/mnt");
        assertIsolated("/isolated-mounts-it");
    }

    private static void assertIsolated(String point) throws IOException {
        Files.writeString(Path.of(point, "file"), "of the test");
        assertThat(MountTable.ofSelf().at(point).orElseThrow().fileSystemType()).isEqualTo("tmpfs");
    }
}

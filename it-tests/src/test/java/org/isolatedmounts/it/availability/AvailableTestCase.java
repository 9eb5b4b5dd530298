package org.isolatedmounts.it.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = AvailableTestCase.MISSING)
@TmpfsMount(at = "/var/tmp")
class AvailableTestCase {

    static final String MISSING = "/isolated-mounts-it";

    @Test
    void one() throws IOException {
        assertIsolated();
    }

    @Test
    void two() throws IOException {
        assertIsolated();
    }

    private static void assertIsolated() throws IOException {
        System.out.println("a body was run");
        MountTable table = MountTable.ofSelf();
        assertThat(table.at(MISSING).orElseThrow().fileSystemType()).isEqualTo("tmpfs");
        assertThat(table.at("/var/tmp").orElseThrow().fileSystemType()).isEqualTo("tmpfs");
        assertThat(Path.of(MISSING)).isEmptyDirectory();
        Files.createFile(Path.of(MISSING, "file"));
    }
}

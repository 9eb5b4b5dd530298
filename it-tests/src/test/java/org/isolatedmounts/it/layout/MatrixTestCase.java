package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.isolatedmounts.layout.StandardLayout.FULL;
import static org.isolatedmounts.layout.StandardLayout.NO_EXEC;
import static org.isolatedmounts.layout.StandardLayout.READ_ONLY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.layout.LayoutMatrix;
import org.isolatedmounts.layout.StandardLayout;
import org.junit.jupiter.api.TestInfo;

/** Each layout is as it is named. */
@TmpfsMount(at = MatrixTestCase.BASE, size = "64k")
@TmpfsMount(at = "/isolated-mounts-it-other", size = "64k")
class MatrixTestCase {

    static final String BASE = "/isolated-mounts-it";

    private static final Path FILE = Path.of(BASE, "file");

    @LayoutMatrix(at = BASE)
    void all(StandardLayout layout, TestInfo info) throws IOException {
        assertThat(info.getDisplayName()).isEqualTo(layout.name());
        assertThat(Files.getFileStore(Path.of("/isolated-mounts-it-other")).getTotalSpace())
                .isEqualTo(64 << 10);
        switch (layout) {
            case WRITABLE -> Files.write(FILE, new byte[5000]);
            case READ_ONLY -> fails("Read-only file system", () -> Files.createFile(FILE));
            case FULL -> {
                Files.createFile(FILE);
                fails("No space left on device", () -> Files.write(FILE, new byte[1]));
            }
            case ALMOST_FULL -> {
                Files.write(FILE, new byte[4096]);
                fails("No space left on device", () -> Files.write(Path.of(BASE, "other"), new byte[1]));
            }
            case NO_INODES -> fails("No space left on device", () -> Files.createFile(FILE));
            case NO_EXEC -> {
                Files.writeString(FILE, "#!/bin/sh\n");
                Files.setPosixFilePermissions(FILE, PosixFilePermissions.fromString("rwx------"));
                fails("Permission denied", () -> new ProcessBuilder(FILE.toString()).start());
            }
        }
    }

    @LayoutMatrix(
            at = BASE,
            value = {NO_EXEC, FULL, READ_ONLY})
    void some(StandardLayout layout) {
        assertThat(layout == READ_ONLY).isEqualTo(!Files.isWritable(Path.of(BASE)));
    }

    private static void fails(String message, ThrowingCallable call) {
        assertThatIOException().isThrownBy(call).withMessageContaining(message);
    }
}

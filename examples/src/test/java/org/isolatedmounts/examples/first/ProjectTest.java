package org.isolatedmounts.examples.first;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.ReadOnlyPath;
import org.isolatedmounts.WritablePath;
import org.junit.jupiter.api.Test;

/** A project whose files stay as they are, but for what the build writes. */
@ReadOnlyPath("${basedir}")
@WritablePath("${basedir}/target")
class ProjectTest {

    @Test
    void generatesNothingBesideTheSources() {
        FileSystemException refused =
                assertThrows(FileSystemException.class, () -> Files.createFile(Path.of("src/generated")));
        assertEquals("Read-only file system", refused.getReason());
    }

    /** It is the host's own directory: what is written there stays. */
    @Test
    void generatesBelowTarget() throws IOException {
        Path generated = Files.writeString(Path.of("target/generated"), "generated");
        assertEquals("generated", Files.readString(generated));
        Files.delete(generated);
    }
}

package org.isolatedmounts.examples.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.isolatedmounts.layout.LayoutMatrix;

/** One test for all that a directory can be like: writable, read-only, full, nearly full, without inodes, noexec. */
class SpoolerMatrixTest {

    @LayoutMatrix(at = "/spool")
    void aFileIsThereWholeOrNotAtAll() {
        Path spool = Path.of("/spool");
        byte[] content = new byte[10_000];
        try {
            assertThat(new Spooler(spool).spool("file", content)).hasBinaryContent(content);
        } catch (IOException e) {
            assertThat(spool).isEmptyDirectory();
        }
    }
}

package org.isolatedmounts.examples.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.isolatedmounts.layout.Layout;
import org.isolatedmounts.layout.LayoutContext;
import org.isolatedmounts.layout.LayoutMatrix;
import org.isolatedmounts.layout.LayoutProvider;
import org.isolatedmounts.layout.MountSpec;

/**
 * One test for all that a directory can be like: writable, read-only, full, nearly full, without inodes, noexec; and for a
 * layout of its own.
 */
class SpoolerMatrixTest {

    @LayoutMatrix(at = "/spool", sources = RoomForOneFile.class)
    void aFileIsThereWholeOrNotAtAll() {
        Path spool = Path.of("/spool");
        byte[] content = new byte[10_000];
        try {
            assertThat(new Spooler(spool).spool("file", content)).hasBinaryContent(content);
        } catch (IOException e) {
            assertThat(spool).isEmptyDirectory();
        }
    }

    /** The directory itself takes the other inode. */
    static class RoomForOneFile implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            String spool =
                    context.findAnnotation(LayoutMatrix.class).orElseThrow().at();
            return Layout.host().with(MountSpec.tmpfs(spool).inodes(2));
        }
    }
}

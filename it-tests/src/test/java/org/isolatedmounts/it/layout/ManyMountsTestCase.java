package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.layout.Layout;
import org.isolatedmounts.layout.LayoutContext;
import org.isolatedmounts.layout.LayoutProvider;
import org.isolatedmounts.layout.LayoutSource;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

/** A thousand mounts, fifty of them one in another. */
@LayoutSource(ManyMountsTestCase.Many.class)
class ManyMountsTestCase {

    static final int MOUNTS = 1000;
    static final int DEPTH = 50;

    private static final String BASE = "/isolated-mounts-it";

    static class Many implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            MountSpec<?>[] mounts = new MountSpec<?>[MOUNTS];
            for (int i = 0; i < MOUNTS; i++) {
                String at = i < DEPTH ? BASE + "/deep".repeat(i + 1) : BASE + "/" + i;
                mounts[i] = MountSpec.tmpfs(at).size("64k");
            }
            return Layout.host().with(mounts);
        }
    }

    @Test
    void areAllThere() throws IOException {
        assertThat(MountTable.ofSelf().mounts())
                .filteredOn(mount -> mount.mountPoint().startsWith(BASE + "/"))
                .hasSize(MOUNTS)
                .extracting(MountEntry::fileSystemType)
                .containsOnly("tmpfs");
        Files.writeString(Path.of(BASE + "/deep".repeat(DEPTH), "file"), "x");
        Files.writeString(Path.of(BASE + "/999/file"), "x");
    }

    @Test
    void fails() {
        fail("on purpose");
    }
}

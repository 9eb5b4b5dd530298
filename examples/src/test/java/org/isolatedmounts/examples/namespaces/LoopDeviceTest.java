package org.isolatedmounts.examples.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.isolatedmounts.mountinfo.MountTable;
import org.isolatedmounts.namespace.MountNamespace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classic program: a child mounts a file system from a loop device, and its parent never sees it. Takes root. */
@Tag("root")
class LoopDeviceTest {

    @Test
    void theParentDoesNotSeeWhatTheChildMounts(@TempDir Path files) throws Exception {
        String image = files.resolve("image").toString();
        try (MountNamespace child = MountNamespace.create()) {
            child.run("truncate", "-s", "4m", image);
            child.run("/usr/sbin/mkfs.ext4", "-q", image);
            child.run("mount", "-o", "loop", image, "/mnt");

            assertThat(child.mountTable().at("/mnt"))
                    .hasValueSatisfying(
                            mount -> assertThat(mount.fileSystemType()).isEqualTo("ext4"));
            assertThat(MountTable.ofSelf().at("/mnt")).isEmpty();
        }
    }
}

package org.isolatedmounts.internal.plan;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.wire.Nullable;

/** What is on a disk. */
public sealed interface DiskContent {

    /**
     * A new file system.
     *
     * @param mkfs the program that makes it, and its arguments but for the last, which is the disk
     * @param size of the disk in bytes
     * @param mode of the root directory, in octal
     * @param owner of the root directory, as that of {@link Tree.NewFile}
     * @param free as that of {@link Tree.FileSystem}
     * @param content the same
     */
    record Made(
            List<String> mkfs,
            long size,
            String mode,
            Map<String, String> owner,
            long free,
            @Nullable CopiedTree content)
            implements DiskContent {

        public Made {
            mkfs = List.copyOf(mkfs);
        }
    }

    /**
     * The content of a file.
     *
     * @param file of the host, absolute
     * @param copied whether a copy is mounted, which can be written
     */
    record Image(String file, boolean copied) implements DiskContent {}
}

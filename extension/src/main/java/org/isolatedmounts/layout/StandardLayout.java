package org.isolatedmounts.layout;

import org.isolatedmounts.MountOption;

/**
 * What a directory can be like that code writes into. A {@link LayoutMatrix @LayoutMatrix} runs a test in each of them; a
 * parameter of this type tells the test which one it is in.
 */
public enum StandardLayout {
    /** A tmpfs that can be written: what the others differ from. */
    WRITABLE,
    /** Nothing can be written; writing fails with {@code EROFS}, for root too. */
    READ_ONLY,
    /** Files can be made, but no byte be written ({@code ENOSPC}). */
    FULL,
    /** There is room for 4096 bytes: what is longer is cut off in the middle ({@code ENOSPC}). */
    ALMOST_FULL,
    /** No file can be made ({@code ENOSPC}), although there is room. */
    NO_INODES,
    /** Programs cannot be executed ({@code EACCES}). */
    NO_EXEC;

    /**
     * This layout as a value.
     *
     * @param path the directory, as {@link LayoutMatrix#at}
     * @return the host's mounts and one at that directory
     */
    public Layout at(String path) {
        TmpfsSpec writable = MountSpec.tmpfs(path);
        return Layout.host()
                .with(
                        switch (this) {
                            case WRITABLE -> writable;
                            case READ_ONLY -> writable.readOnly(true);
                            case FULL -> writable.size("1m").free("0");
                            case ALMOST_FULL -> writable.size("1m").free("4k");
                            case NO_INODES -> writable.inodes(1);
                            case NO_EXEC -> writable.options(MountOption.NOEXEC);
                        });
    }
}

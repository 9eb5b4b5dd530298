package org.isolatedmounts.internal.linux;

/**
 * What statx(2) tells of a file.
 *
 * @param mode type and permissions, as in inode(7)
 * @param mountId the number of the mount that the path led through, as in proc_pid_mountinfo(5)
 */
public record FileStatus(long device, long inode, int mode, int user, int group, long mountId) {

    private static final int S_IFMT = 0xf000;
    private static final int S_IFDIR = 0x4000;
    private static final int S_IFLNK = 0xa000;

    public boolean isDirectory() {
        return (mode & S_IFMT) == S_IFDIR;
    }

    public boolean isSymbolicLink() {
        return (mode & S_IFMT) == S_IFLNK;
    }

    public int permissions() {
        return mode & ~S_IFMT;
    }

    /** Through whichever mount. */
    public boolean isSameFileAs(FileStatus other) {
        return device == other.device && inode == other.inode;
    }
}

package org.isolatedmounts.mountinfo;

/** What an NFS client counts, in the order in which proc_pid_mountstats(5) lists it. */
public enum NfsEvent {
    /** Cached attributes of an inode were checked. */
    INODE_REVALIDATE,
    /** A cached directory entry was checked. */
    DENTRY_REVALIDATE,
    /** Cached data were thrown away. */
    DATA_INVALIDATE,
    /** Cached attributes were thrown away. */
    ATTRIBUTE_INVALIDATE,
    /** A file was opened. */
    VFS_OPEN,
    /** A name was looked up. */
    VFS_LOOKUP,
    /** Permissions were checked. */
    VFS_ACCESS,
    /** A cached page was changed. */
    VFS_UPDATE_PAGE,
    /** A page was read. */
    VFS_READ_PAGE,
    /** Several pages were read at once. */
    VFS_READ_PAGES,
    /** A page was written. */
    VFS_WRITE_PAGE,
    /** Several pages were written at once. */
    VFS_WRITE_PAGES,
    /** A directory was read. */
    VFS_GETDENTS,
    /** Attributes were set. */
    VFS_SETATTR,
    /** A file was closed by one of its users, and flushed. */
    VFS_FLUSH,
    /** fsync(2). */
    VFS_FSYNC,
    /** A file was locked. */
    VFS_LOCK,
    /** A file was closed by the last of its users. */
    VFS_RELEASE,
    /** Somebody waited for the congested server. */
    CONGESTION_WAIT,
    /** A file was truncated. */
    SETATTR_TRUNCATE,
    /** A file grew by being written. */
    EXTEND_WRITE,
    /** An open file was removed, and renamed instead. */
    SILLY_RENAME,
    /** The server sent less than was asked for. */
    SHORT_READ,
    /** The server wrote less than was sent. */
    SHORT_WRITE,
    /** The server asked for patience. */
    DELAY,
    /** A read went to a data server. */
    PNFS_READ,
    /** A write went to a data server. */
    PNFS_WRITE
}

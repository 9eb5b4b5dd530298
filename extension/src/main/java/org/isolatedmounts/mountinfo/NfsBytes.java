package org.isolatedmounts.mountinfo;

/** What an NFS client transfers, in the order in which proc_pid_mountstats(5) lists it. */
public enum NfsBytes {
    /** Bytes that applications read with read(2). */
    NORMAL_READ,
    /** Bytes that applications wrote with write(2). */
    NORMAL_WRITTEN,
    /** Bytes that applications read from files opened with {@code O_DIRECT}. */
    DIRECT_READ,
    /** Bytes that applications wrote to files opened with {@code O_DIRECT}. */
    DIRECT_WRITTEN,
    /** Bytes read from the server. */
    SERVER_READ,
    /** Bytes written to the server. */
    SERVER_WRITTEN,
    /** Pages, not bytes, read by way of the page cache. */
    READ_PAGES,
    /** Pages, not bytes, written by way of the page cache. */
    WRITE_PAGES
}

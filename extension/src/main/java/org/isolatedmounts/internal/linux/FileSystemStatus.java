package org.isolatedmounts.internal.linux;

import java.util.List;

/**
 * What statfs(2) tells of a filesystem, in bytes and inodes.
 *
 * @param available of what is free, what an ordinary user may take
 * @param options of the mount, in the words of mount(8), besides {@code ro}, {@code nosuid} and {@code nodev}
 */
public record FileSystemStatus(
        long size, long free, long available, long inodes, long freeInodes, boolean readOnly, List<String> options) {}

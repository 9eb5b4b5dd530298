package org.isolatedmounts.internal.linux;

/**
 * What statfs(2) tells of a filesystem, in bytes and inodes.
 *
 * @param available of what is free, what an ordinary user may take
 */
public record FileSystemStatus(long size, long free, long available, long inodes, long freeInodes, boolean readOnly) {}

package org.isolatedmounts.internal.event;

/**
 * How full the filesystem of a declared mount is, in bytes and inodes.
 *
 * @param available of what is free, what an ordinary user may take
 * @param inodes 0 if the filesystem does not count them
 * @param problem why nothing of this is known; empty if it is
 */
public record MountUsage(
        String mountPoint, long size, long free, long available, long inodes, long freeInodes, String problem) {

    public static MountUsage unknown(String mountPoint, String problem) {
        return new MountUsage(mountPoint, 0, 0, 0, 0, 0, problem);
    }

    public boolean isKnown() {
        return problem.isEmpty();
    }
}

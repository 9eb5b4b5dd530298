package org.isolatedmounts.internal.plan;

/**
 * A tmpfs.
 *
 * @param size as in tmpfs(5)
 * @param inodes as {@code nr_inodes} in tmpfs(5)
 * @param mode octal
 */
public record TmpfsPlan(String mountPoint, String size, long inodes, String mode, MountFlags flags, String declaredBy)
        implements MountPlan {}

package org.isolatedmounts.internal.plan;

/**
 * A bind mount.
 *
 * @param source absolute path of a directory or a file, as the host sees it
 */
public record BindPlan(String mountPoint, String source, boolean readOnly, boolean recursive, String declaredBy)
        implements MountPlan {}

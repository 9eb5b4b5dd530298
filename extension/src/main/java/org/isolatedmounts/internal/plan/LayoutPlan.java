package org.isolatedmounts.internal.plan;

import java.util.List;

/**
 * The mounts that a test declares, in the order in which they are laid.
 *
 * @param hostMounts the propagation type of all other mounts
 */
public record LayoutPlan(List<MountPlan> mounts, PropagationType hostMounts) {

    public LayoutPlan {
        mounts = List.copyOf(mounts);
    }

    public LayoutPlan(List<MountPlan> mounts) {
        this(mounts, PropagationType.PRIVATE);
    }

    /** Whether a mount is not private, unless it is made so. */
    public boolean isPropagating() {
        return hostMounts != PropagationType.PRIVATE
                || mounts.stream().anyMatch(mount -> mount.propagation() != PropagationType.PRIVATE);
    }
}

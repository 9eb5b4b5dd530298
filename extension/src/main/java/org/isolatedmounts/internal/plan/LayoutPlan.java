package org.isolatedmounts.internal.plan;

import java.util.List;

/** The mounts that a test declares, in the order in which they are laid. */
public record LayoutPlan(List<MountPlan> mounts) {

    public LayoutPlan {
        mounts = List.copyOf(mounts);
    }
}

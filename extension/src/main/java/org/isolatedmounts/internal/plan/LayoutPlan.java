package org.isolatedmounts.internal.plan;

import java.util.Comparator;
import java.util.List;

/** The mounts that a test declares, in the order in which they are laid: parents before children. */
public record LayoutPlan(List<MountPlan> mounts) {

    public LayoutPlan {
        mounts = mounts.stream()
                .sorted(Comparator.comparingInt(mount -> depth(mount.mountPoint())))
                .toList();
    }

    private static int depth(String mountPoint) {
        return (int) mountPoint.chars().filter(character -> character == '/').count();
    }
}

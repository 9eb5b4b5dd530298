package org.isolatedmounts.internal.layout;

import static org.isolatedmounts.internal.layout.kind.Quoted.quoted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.layout.kind.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;

/** Adds the mounts of inner elements to those of outer ones; at the same mount point the inner one replaces the outer. */
final class MountSets {

    private final Map<String, MountPlan> merged = new LinkedHashMap<>();

    void add(List<MountPlan> set) {
        Map<String, MountPlan> byMountPoint = new LinkedHashMap<>();
        for (MountPlan mount : set) {
            MountPlan first = byMountPoint.putIfAbsent(mount.mountPoint(), mount);
            if (first != null) {
                throw new InvalidLayoutException(mount.declaredBy()
                        + ": `" + mount.attribute() + "` must differ between the mounts of one class or method, but "
                        + first.declaredBy()
                        + " mounts at " + quoted(mount.mountPoint())
                        + " as well, and nothing says which one comes first; remove one of them");
            }
        }
        merged.keySet().removeAll(byMountPoint.keySet());
        merged.putAll(byMountPoint);
    }

    List<MountPlan> mounts() {
        return List.copyOf(merged.values());
    }
}

package org.isolatedmounts.internal.layout;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;
import org.jspecify.annotations.Nullable;

/** Adds the mounts of inner elements to those of outer ones; at the same mount point the inner one replaces the outer. */
final class MountSets {

    /** @param rival a mount at the same mount point, of an element that is as near */
    private record Declared(
            MountPlan mount,
            DeclaringElement element,
            @Nullable MountPlan rival) {}

    private final Map<String, Declared> merged = new LinkedHashMap<>();

    void add(DeclaringElement element, List<MountPlan> set) {
        Map<String, MountPlan> byMountPoint = new LinkedHashMap<>();
        for (MountPlan mount : set) {
            MountPlan first = byMountPoint.putIfAbsent(mount.mountPoint(), mount);
            if (first != null) {
                throw twice(mount, first, "of one class or method");
            }
        }
        byMountPoint.forEach((mountPoint, mount) -> {
            Declared outer = merged.remove(mountPoint);
            MountPlan rival = outer != null && element.isRivalOf(outer.element) ? outer.mount : null;
            merged.put(mountPoint, new Declared(mount, element, rival));
        });
    }

    private static InvalidLayoutException twice(MountPlan mount, MountPlan first, String of) {
        return new InvalidLayoutException(mount.declaredBy() + ": `" + mount.attribute()
                + "` must differ between the mounts " + of + ", but " + first.declaredBy() + " mounts at "
                + quoted(mount.mountPoint()) + " as well, and nothing says which one comes first; remove one of them");
    }

    List<MountPlan> mounts() {
        for (Declared declared : merged.values()) {
            if (declared.rival != null) {
                throw twice(declared.mount, declared.rival, "of the interfaces of one class");
            }
        }
        return merged.values().stream().map(Declared::mount).toList();
    }
}

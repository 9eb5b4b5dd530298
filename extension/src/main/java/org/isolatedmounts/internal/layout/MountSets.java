package org.isolatedmounts.internal.layout;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;
import org.jspecify.annotations.Nullable;

/**
 * Adds the mounts of inner elements to those of outer ones. At the same mount point the inner one replaces the outer, and
 * of those of one element the one to which fewer composed annotations lead.
 */
final class MountSets {

    /** @param rival a mount at the same mount point that is as near */
    private record Declared(
            DeclaredMount mount,
            DeclaringElement element,
            @Nullable DeclaredMount rival,
            String rivalry) {}

    private final Map<String, Declared> merged = new LinkedHashMap<>();

    void add(DeclaringElement element, List<DeclaredMount> set) {
        Map<String, Declared> ofElement = new LinkedHashMap<>();
        for (DeclaredMount mount : set) {
            ofElement.merge(
                    mount.plan().mountPoint(),
                    new Declared(mount, element, null, ""),
                    (first, other) -> nearer(first, other.mount));
        }
        ofElement.forEach((mountPoint, declared) -> {
            Declared outer = merged.remove(mountPoint);
            merged.put(
                    mountPoint,
                    declared.rival == null && outer != null && element.isRivalOf(outer.element)
                            ? new Declared(declared.mount, element, outer.mount, "of the interfaces of one class")
                            : declared);
        });
    }

    private static Declared nearer(Declared first, DeclaredMount other) {
        int farther = Integer.compare(other.depth(), first.mount.depth());
        if (farther == 0) {
            return new Declared(other, first.element, first.mount, "of one class or method");
        }
        return farther > 0 ? first : new Declared(other, first.element, null, "");
    }

    /** @throws InvalidLayoutException if two are equally near at one mount point, and no nearer one replaces them */
    List<DeclaredMount> mounts() {
        for (Declared declared : merged.values()) {
            if (declared.rival != null) {
                throw twice(declared.mount.plan(), declared.rival.plan(), declared.rivalry);
            }
        }
        return merged.values().stream().map(Declared::mount).toList();
    }

    private static InvalidLayoutException twice(MountPlan mount, MountPlan first, String of) {
        return new InvalidLayoutException(mount.declaredBy() + ": `" + mount.attribute()
                + "` must differ between the mounts " + of + ", but " + first.declaredBy() + " mounts at "
                + quoted(mount.mountPoint()) + " as well, and nothing says which one comes first; remove one of them");
    }
}

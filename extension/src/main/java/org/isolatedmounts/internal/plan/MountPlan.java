package org.isolatedmounts.internal.plan;

import java.util.List;

/**
 * One mount of a {@link LayoutPlan}, as the kernel makes it: whatever kind was declared, a tree is attached at a mount point.
 * Validated as far as that can be done without the kernel.
 *
 * @param mountPoint absolute and normalised: no {@code .}, no {@code ..}, no trailing slash
 * @param readOnly of all that is in the tree
 * @param options per mount point, in the words of mount(8) such as {@code noexec}; the rest stays as the tree has it
 * @param propagation of the mount when all is laid
 * @param followLinks whether a symbolic link at the mount point is followed, or else replaced
 * @param declaredBy for error messages: {@code @TmpfsMount(at = "/data") on class com.example.SpoolerTest}
 * @param attribute of that annotation which has the mount point
 */
public record MountPlan(
        String mountPoint,
        Tree tree,
        boolean readOnly,
        List<String> options,
        PropagationType propagation,
        boolean followLinks,
        String declaredBy,
        String attribute) {

    public MountPlan {
        options = List.copyOf(options);
    }

    public MountPlan(String mountPoint, Tree tree, boolean readOnly, List<String> options, String declaredBy) {
        this(mountPoint, tree, readOnly, options, PropagationType.PRIVATE, true, declaredBy, "at");
    }

    public MountPlan(
            String mountPoint, Tree tree, boolean readOnly, List<String> options, String declaredBy, String attribute) {
        this(mountPoint, tree, readOnly, options, PropagationType.PRIVATE, true, declaredBy, attribute);
    }

    /** Whether the path is taken away rather than mounted on. */
    public boolean isAbsent() {
        return tree instanceof Tree.Absent;
    }

    public MountPlan with(Tree other) {
        return new MountPlan(mountPoint, other, readOnly, options, propagation, followLinks, declaredBy, attribute);
    }

    /** Whether submounts come along, and are treated as the mount itself. */
    public boolean isRecursive() {
        return tree instanceof Tree.Copy copy && copy.recursive();
    }
}

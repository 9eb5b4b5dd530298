package org.isolatedmounts.internal.supervisor;

import java.nio.file.Path;
import org.isolatedmounts.internal.plan.BindPlan;
import org.isolatedmounts.internal.plan.MountFlags;
import org.isolatedmounts.internal.plan.TmpfsPlan;

/** Mounts with the defaults of the annotations. */
final class Plans {

    private static final MountFlags DEFAULT_FLAGS = new MountFlags(false, true, false, false);

    private Plans() {}

    static TmpfsPlan tmpfs(Object at) {
        return tmpfs(at, "64m", 65_536, "1777", DEFAULT_FLAGS);
    }

    static TmpfsPlan tmpfs(Object at, MountFlags flags) {
        return tmpfs(at, "64m", 65_536, "1777", flags);
    }

    static TmpfsPlan tmpfs(Object at, String size, long inodes, String mode) {
        return tmpfs(at, size, inodes, mode, DEFAULT_FLAGS);
    }

    private static TmpfsPlan tmpfs(Object at, String size, long inodes, String mode, MountFlags flags) {
        return new TmpfsPlan(at.toString(), size, inodes, mode, flags, "@TmpfsMount(at = \"" + at + "\")");
    }

    static BindPlan bind(Object source, Object at) {
        return bind(source, at, false, true);
    }

    static BindPlan readOnlyBind(Object source, Object at) {
        return bind(source, at, true, true);
    }

    static BindPlan singleBind(Object source, Object at) {
        return bind(source, at, false, false);
    }

    private static BindPlan bind(Object source, Object at, boolean readOnly, boolean recursive) {
        String declaredBy = "@BindMount(at = \"" + at + "\")";
        return new BindPlan(at.toString(), source.toString(), readOnly, recursive, declaredBy);
    }

    static Path child(Path directory, String name) {
        return Path.of(directory.toString(), name);
    }
}

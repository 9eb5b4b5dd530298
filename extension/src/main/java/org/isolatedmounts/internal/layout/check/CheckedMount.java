package org.isolatedmounts.internal.layout.check;

import java.nio.file.Path;
import org.isolatedmounts.internal.plan.MountPlan;
import org.jspecify.annotations.Nullable;

/**
 * A mount as {@link PathLookup} needs it.
 *
 * @param mountPoint free of symbolic links
 * @param source of a copy, free of symbolic links; null for an empty file system
 */
record CheckedMount(
        Path mountPoint, Place.Kind kind, @Nullable Path source, String declaredBy) {

    /** What is made anew is a directory. */
    static CheckedMount ofNew(Place target, MountPlan mount) {
        return new CheckedMount(target.path(), Place.Kind.DIRECTORY, null, mount.declaredBy());
    }

    static CheckedMount ofFile(Place target, MountPlan mount) {
        return new CheckedMount(target.path(), Place.Kind.FILE, null, mount.declaredBy());
    }

    static CheckedMount ofCopy(Place target, Place source, MountPlan mount) {
        return new CheckedMount(target.path(), source.kind(), source.path(), mount.declaredBy());
    }
}

package org.isolatedmounts.internal.layout.check;

import java.nio.file.Path;
import java.util.Objects;
import org.isolatedmounts.internal.plan.MountPlan;
import org.jspecify.annotations.Nullable;

/**
 * Where a file is from, whatever binds show it elsewhere.
 *
 * @param madeBy the mount whose own file system it is on; null for one of the host
 */
record Origin(@Nullable MountPlan madeBy, Path path) {

    /** Whether one is the other, or lies in it. */
    boolean overlaps(Origin other) {
        return Objects.equals(madeBy, other.madeBy) && (path.startsWith(other.path) || other.path.startsWith(path));
    }
}

package org.isolatedmounts.internal.layout.check;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a file is from, whatever binds show it elsewhere.
 *
 * @param madeBy the mount whose own file system it is on; null for one of the host
 */
record Origin(@Nullable CheckedMount madeBy, Path path) {

    /** How many overlays lie over each other here, as far as the layout makes them. */
    int overlays() {
        return madeBy == null ? 0 : madeBy.overlays();
    }

    /** Whether one is the other, or lies in it. */
    boolean overlaps(Origin other) {
        return Objects.equals(madeBy, other.madeBy) && (path.startsWith(other.path) || other.path.startsWith(path));
    }
}

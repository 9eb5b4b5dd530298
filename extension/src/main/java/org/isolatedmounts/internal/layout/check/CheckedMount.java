package org.isolatedmounts.internal.layout.check;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A mount as {@link PathLookup} needs it.
 *
 * @param mountPoint free of symbolic links
 * @param source of a bind mount, free of symbolic links; null for an empty filesystem
 */
record CheckedMount(
        Path mountPoint, Place.Kind kind, @Nullable Path source, String declaredBy) {}

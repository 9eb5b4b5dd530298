package org.isolatedmounts.assertj;

import org.assertj.core.presentation.Representation;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;

/** For messages of AssertJ's own assertions, such as {@code isEqualTo}: mounts as a tree, and not all of a long one. */
record MountRepresentation(Representation others) implements Representation {

    @Override
    public String toStringOf(Object object) {
        if (object instanceof MountTable table) {
            return Excerpt.of(table.toTree());
        }
        return object instanceof MountEntry mount ? mount.summary() : others.toStringOf(object);
    }

    /** Asked for where two different values would be written alike: with the ids, then. */
    @Override
    public String unambiguousToStringOf(Object object) {
        return object instanceof MountTable || object instanceof MountEntry
                ? Excerpt.shortened(object.toString())
                : others.unambiguousToStringOf(object);
    }
}

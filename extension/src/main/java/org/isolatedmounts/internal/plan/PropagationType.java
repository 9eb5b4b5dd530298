package org.isolatedmounts.internal.plan;

import java.util.List;
import java.util.Locale;

/** Propagation types of a mount, see mount_namespaces(7). */
public enum PropagationType {
    PRIVATE,
    SLAVE,
    SHARED,
    SLAVE_AND_SHARED,
    UNBINDABLE;

    /** What is done one after the other to get there, in the words of mount(8). */
    public List<String> words() {
        return List.of(name().toLowerCase(Locale.ROOT).split("_and_", -1));
    }

    /** Whether the mount passes on what is mounted on it. */
    public boolean isShared() {
        return this == SHARED || this == SLAVE_AND_SHARED;
    }

    /** Whether the mount has a master. */
    public boolean isSlave() {
        return this == SLAVE || this == SLAVE_AND_SHARED;
    }
}

package org.isolatedmounts.namespace;

import java.util.Locale;

/**
 * What becomes of the propagation types of the mounts that a new mount namespace gets as copies; see
 * mount_namespaces(7) and the option {@code --propagation} of unshare(1).
 */
public enum UnsharePropagation {
    /**
     * The kernel's own rule: the copy of a shared mount is its peer, so mounts made on either side appear on the other
     * one too. Only if a new user namespace is made as well, it becomes a slave.
     */
    UNCHANGED,

    /** Mounts and unmounts go neither way. */
    PRIVATE,

    /** Mounts and unmounts arrive from the original of a shared mount; nothing goes back. */
    SLAVE,

    /** As {@link #UNCHANGED}, and what was private becomes shared, each mount in a peer group of its own. */
    SHARED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

/**
 * Mount namespaces: handles, identity, members, mounts, and code that runs in them; see mount_namespaces(7).
 *
 * <p>Tests ask it, with or without {@code @IsolatedMounts}. Calls {@code mountinfo}, unshare(1) and nsenter(1), and
 * {@code internal.linux} only for what they cannot do.
 */
@NullMarked
package org.isolatedmounts.namespace;

import org.jspecify.annotations.NullMarked;

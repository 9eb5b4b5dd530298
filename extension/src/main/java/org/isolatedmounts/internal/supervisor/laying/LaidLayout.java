package org.isolatedmounts.internal.supervisor.laying;

import java.util.List;
import java.util.Map;

/**
 * A layout that is laid. It holds the declared mounts by file descriptor; closing it takes away nothing that is laid.
 *
 * @param namespace the mount namespace, as namespaces(7) writes it: {@code mnt:[4026531841]}
 * @param mountInfo the text of its mountinfo file, as the fork sees it
 * @param throughLinks where declared mount points are if symbolic links lead elsewhere
 * @param commands for sh(1), which do the same by hand in a new mount namespace
 */
public record LaidLayout(
        String namespace, String mountInfo, Map<String, String> throughLinks, List<String> commands, LaidMounts mounts)
        implements AutoCloseable {

    @Override
    public void close() {
        mounts.close();
    }
}

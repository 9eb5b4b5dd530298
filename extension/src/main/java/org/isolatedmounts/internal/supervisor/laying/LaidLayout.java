package org.isolatedmounts.internal.supervisor.laying;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.supervisor.command.OperationLog;
import org.isolatedmounts.mountinfo.MountTable;

/**
 * A layout that is laid. It holds the declared mounts by file descriptor; closing it takes away nothing that is laid.
 *
 * @param namespace the mount namespace, as namespaces(7) writes it: {@code mnt:[4026531841]}
 * @param mountInfo the text of its mountinfo file, as the fork sees it
 * @param log what was done
 * @param workDirectory a directory of the host on which something can be mounted
 */
public record LaidLayout(String namespace, String mountInfo, OperationLog log, String workDirectory, LaidMounts mounts)
        implements AutoCloseable {

    /** Where declared mount points are if symbolic links lead elsewhere. */
    public Map<String, String> throughLinks() {
        return mounts.throughLinks();
    }

    /** For sh(1), which do the same by hand in a new mount namespace. Written anew each time. */
    public List<String> commands() {
        return log.commands(MountTable.parse(mountInfo), workDirectory);
    }

    @Override
    public void close() {
        mounts.close();
    }
}

package org.isolatedmounts.internal.supervisor.laying;

import java.util.HashSet;
import java.util.Set;
import org.isolatedmounts.internal.linux.FileStatus;

/** Which mounts of the namespace are the layer's own file systems, by their numbers in statx(2). */
final class OwnMounts {

    private final Set<Long> writable = new HashSet<>();
    private final Set<Long> scaffolds = new HashSet<>();

    void addFileSystem(FileStatus root) {
        writable.add(root.mountId());
    }

    void addScaffold(FileStatus root) {
        writable.add(root.mountId());
        scaffolds.add(root.mountId());
    }

    void sealed(FileStatus root) {
        writable.remove(root.mountId());
    }

    /** Whether a missing mount point is simply made in this directory, as nothing of the host is in it. */
    boolean takesNewEntries(FileStatus directory) {
        return writable.contains(directory.mountId());
    }

    /** Whether this is the directory of a scaffold, in which all entries of the covered one are found. */
    boolean isScaffold(FileStatus directory) {
        return scaffolds.contains(directory.mountId());
    }
}

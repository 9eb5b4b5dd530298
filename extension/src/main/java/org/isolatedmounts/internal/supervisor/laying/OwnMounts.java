package org.isolatedmounts.internal.supervisor.laying;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;

/** Which mounts of the namespace are the layer's own: file systems by their numbers in statx(2), declared mounts by their places. */
final class OwnMounts {

    private final Map<Long, Integer> writable = new HashMap<>();
    private final Set<Long> scaffolds = new HashSet<>();
    private final Map<String, Integer> declared = new LinkedHashMap<>();

    void addFileSystem(int mount, FileStatus root) {
        writable.put(root.mountId(), mount);
    }

    void addScaffold(int mount, FileStatus root) {
        writable.put(root.mountId(), mount);
        scaffolds.add(root.mountId());
    }

    void addDeclared(String mountPoint, int mount) {
        declared.put(mountPoint, mount);
    }

    /** The declared mounts below a directory that are in no other one of these, by mount point. */
    Map<String, Integer> declaredBelow(String directory) {
        Map<String, Integer> below = new LinkedHashMap<>(declared);
        below.keySet().removeIf(mountPoint -> !ResolvedPath.isBelow(mountPoint, directory));
        List<String> all = List.copyOf(below.keySet());
        below.keySet().removeIf(mountPoint -> all.stream().anyMatch(other -> ResolvedPath.isBelow(mountPoint, other)));
        return below;
    }

    void sealed(FileStatus root) {
        writable.remove(root.mountId());
    }

    /** Whether a missing mount point is simply made in this directory, as nothing of the host is in it. */
    boolean takesNewEntries(FileStatus directory) {
        return writable.containsKey(directory.mountId());
    }

    /** The mount of such a directory. */
    int mountOf(FileStatus directory) {
        return Objects.requireNonNull(writable.get(directory.mountId()));
    }

    /** Whether this is the directory of a scaffold, in which all entries of the covered one are found. */
    boolean isScaffold(FileStatus directory) {
        return scaffolds.contains(directory.mountId());
    }
}

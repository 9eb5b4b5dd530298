package org.isolatedmounts.internal.supervisor.laying;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;

/** Which mounts of the namespace are the layer's own: file systems by their numbers in statx(2), declared mounts by their places. */
final class OwnMounts {

    private final Map<Long, Integer> writable = new HashMap<>();
    private final Map<Long, Integer> byDevice = new HashMap<>();
    private final Map<Long, Integer> scaffolds = new HashMap<>();
    private final Set<Long> changeable = new HashSet<>();
    private final Set<Long> uncoverable = new HashSet<>();
    private final Set<String> unbindable = new HashSet<>();
    private final Map<String, Integer> declared = new LinkedHashMap<>();

    void addFileSystem(int mount, FileStatus root) {
        writable.put(root.mountId(), mount);
        byDevice.put(root.device(), mount);
    }

    /** A file system whose files are the test's alone. */
    void addChangeable(FileStatus root) {
        changeable.add(root.mountId());
    }

    /** Whether an entry of this directory may be removed for good. */
    boolean isChangeable(FileStatus directory) {
        return changeable.contains(directory.mountId());
    }

    void addScaffold(int mount, FileStatus root) {
        writable.put(root.mountId(), mount);
        scaffolds.put(root.mountId(), mount);
    }

    void addDeclared(PropagationType type, String mountPoint, int mount, FileStatus root) {
        declared.put(mountPoint, mount);
        if (type == PropagationType.UNBINDABLE) {
            unbindable.add(mountPoint);
        }
        if (type != PropagationType.PRIVATE) {
            uncoverable.add(root.mountId());
        }
    }

    /** The declared mounts below a directory that are in no other one of these, by mount point. */
    Map<String, Integer> declaredBelow(String directory) {
        Map<String, Integer> below = new LinkedHashMap<>(declared);
        below.keySet().removeIf(mountPoint -> !ResolvedPath.isBelow(mountPoint, directory));
        List<String> all = List.copyOf(below.keySet());
        below.keySet().removeIf(mountPoint -> all.stream().anyMatch(other -> ResolvedPath.isBelow(mountPoint, other)));
        return below;
    }

    /**
     * Whether this directory is on a mount on which there must be no scaffold: that would be private, its peers would show it, or
     * nothing could be bound back.
     */
    boolean isUncoverable(FileStatus directory) {
        return uncoverable.contains(directory.mountId());
    }

    /** Whether there is a mount below a directory that a scaffold cannot show. */
    boolean isUnbindableBelow(String directory) {
        return unbindable.stream().anyMatch(mountPoint -> ResolvedPath.isBelow(mountPoint, directory));
    }

    void sealed(FileStatus root) {
        writable.remove(root.mountId());
    }

    /**
     * Whether a missing mount point is simply made in this directory, as nothing of the host is in it.
     */
    boolean takesNewEntries(FileStatus directory) {
        return writable.containsKey(directory.mountId())
                || (isUncoverable(directory) && byDevice.containsKey(directory.device()));
    }

    /** A mount of the file system of such a directory. */
    int mountOf(FileStatus directory) {
        return Objects.requireNonNull(writable.getOrDefault(directory.mountId(), byDevice.get(directory.device())));
    }

    /** Whether this is the directory of a scaffold, in which all entries of the covered one are found. */
    boolean isScaffold(FileStatus directory) {
        return scaffolds.containsKey(directory.mountId());
    }

    /** The scaffold of such a directory, sealed or not. */
    int scaffoldOf(FileStatus directory) {
        return Objects.requireNonNull(scaffolds.get(directory.mountId()));
    }
}

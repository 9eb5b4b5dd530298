package org.isolatedmounts.internal.supervisor.laying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;

/** The mounts that become read-only only when everything is laid, as mount points may have to be made in them first. */
final class Seals {

    private final Mounts mounts;
    private final OwnMounts own;
    private final Map<Integer, String> pending = new LinkedHashMap<>();

    Seals(Mounts mounts, OwnMounts own) {
        this.mounts = mounts;
        this.own = own;
    }

    void add(int mount, String mountPoint) {
        pending.put(mount, mountPoint);
    }

    void close() {
        List.copyOf(pending.keySet()).forEach(this::close);
    }

    /** Closes those that are seen at a path, as what is shown of them elsewhere is to be read-only too. */
    void closeAt(String path) {
        at(path).forEach(this::close);
    }

    /** Whether there are such. */
    boolean concern(String path) {
        return !at(path).isEmpty();
    }

    private List<Integer> at(String path) {
        return pending.entrySet().stream()
                .filter(each -> ResolvedPath.isAtOrBelow(each.getValue(), path)
                        || ResolvedPath.isAtOrBelow(path, each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void close(int mount) {
        mounts.makeReadOnly(mount, false);
        FileStatus root = mounts.rootOf(mount);
        own.sealed(root);
        mounts.log().sealed(mount, root);
        pending.remove(mount);
    }
}

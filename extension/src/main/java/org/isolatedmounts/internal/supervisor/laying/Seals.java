package org.isolatedmounts.internal.supervisor.laying;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;

/** The mounts that become read-only only when everything is laid, as mount points may have to be made in them first. */
final class Seals {

    private final Mounts mounts;
    private final OwnMounts own;
    private final List<Integer> pending = new ArrayList<>();

    Seals(Mounts mounts, OwnMounts own) {
        this.mounts = mounts;
        this.own = own;
    }

    void add(int mount) {
        pending.add(mount);
    }

    void close() {
        for (int mount : pending) {
            mounts.makeReadOnly(mount, false);
            FileStatus root = mounts.rootOf(mount);
            own.sealed(root);
            mounts.log().sealed(mount, root);
        }
        pending.clear();
    }
}

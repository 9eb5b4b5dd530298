package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_CREAT;
import static org.isolatedmounts.internal.linux.Flags.O_EXCL;
import static org.isolatedmounts.internal.linux.Flags.O_WRONLY;

import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;

/** Finds mount points, and makes those that the host does not have. */
final class MountPoints {

    /** What is mounted decides what the mount point has to be. */
    enum Kind {
        DIRECTORY("directory"),
        FILE("file");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(boolean directory) {
            return directory ? DIRECTORY : FILE;
        }
    }

    private final SystemCalls calls;
    private final Mounts mounts;
    private final OwnMounts own;
    private final Scaffold scaffold;
    private final boolean rootReplaceable;

    /** @param rootReplaceable whether no process of the namespace depends on its root and working directory yet */
    MountPoints(SystemCalls calls, Mounts mounts, OwnMounts own, Scaffold scaffold, boolean rootReplaceable) {
        this.calls = calls;
        this.mounts = mounts;
        this.own = own;
        this.scaffold = scaffold;
        this.rootReplaceable = rootReplaceable;
    }

    ResolvedPath resolve(MountPlan plan, String path) throws LayoutRefusedException {
        return PathWalk.resolve(calls, plan, path);
    }

    /** Returns the path without symbolic links; it exists and is of the kind. */
    String require(MountPlan plan, String path, Kind kind) throws LayoutRefusedException {
        ResolvedPath point = resolve(plan, path);
        if (!point.exists()) {
            make(plan, point, kind);
        } else if (Kind.of(point.status().isDirectory()) != kind) {
            Kind found = Kind.of(point.status().isDirectory());
            throw new LayoutRefusedException(
                    plan,
                    "a " + kind.word + " cannot be mounted on the mount point " + path + ", which is a " + found.word);
        }
        return point.path();
    }

    private void make(MountPlan plan, ResolvedPath point, Kind kind) throws LayoutRefusedException {
        String made = point.existing();
        if (!point.status().isDirectory()) {
            throw new LayoutRefusedException(
                    plan,
                    "the mount point " + point.path() + " cannot be made: " + made + " is not a directory (ENOTDIR)");
        }
        if (!own.takesNewEntries(point.status())) {
            cover(plan, point);
        }
        // who may not write beside the mount point, as on the host, may not do so on the way to it
        int mode = 0555 | (calls.statx(AT_FDCWD, made, 0).permissions() & 0200);
        int last = point.missing().size() - 1;
        for (int i = 0; i <= last; i++) {
            made = ResolvedPath.child(made, point.missing().get(i));
            if (i == last && kind == Kind.FILE) {
                calls.close(calls.openat(AT_FDCWD, made, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644));
                mounts.log().madeFile(made);
            } else {
                calls.mkdirat(AT_FDCWD, made, mode);
                mounts.log().madeDirectory(made, mode);
            }
        }
    }

    private void cover(MountPlan plan, ResolvedPath point) throws LayoutRefusedException {
        String directory = point.existing();
        if (directory.equals("/proc") || directory.startsWith("/proc/")) {
            throw new LayoutRefusedException(
                    plan, "the mount point " + point.path() + " does not exist, and nothing can be made in /proc");
        }
        boolean root = directory.equals("/");
        if (root && !rootReplaceable) {
            throw new LayoutRefusedException(
                    plan,
                    "the mount point " + point.path() + " does not exist, and that it leads to / is known only when"
                            + " another mount has been laid; declare it without the symbolic link");
        }
        int tmpfs = scaffold.cover(directory, point.status());
        if (root) {
            NewRoot.enter(calls, mounts, tmpfs);
        }
    }
}

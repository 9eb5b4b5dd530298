package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_CREAT;
import static org.isolatedmounts.internal.linux.Flags.O_EXCL;
import static org.isolatedmounts.internal.linux.Flags.O_WRONLY;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;

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
    private final Removal removal;
    private final boolean rootReplaceable;

    /** @param rootReplaceable whether no process of the namespace depends on its root and working directory yet */
    MountPoints(SystemCalls calls, Mounts mounts, OwnMounts own, Scaffold scaffold, boolean rootReplaceable) {
        this.calls = calls;
        this.mounts = mounts;
        this.own = own;
        this.scaffold = scaffold;
        this.removal = new Removal(calls, mounts, own);
        this.rootReplaceable = rootReplaceable;
    }

    ResolvedPath resolve(MountPlan plan, String path) throws LayoutRefusedException {
        return plan.followLinks() || !path.equals(plan.mountPoint())
                ? PathWalk.resolve(calls, plan, path)
                : PathWalk.resolveItself(calls, plan, path);
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

    /** Makes a path absent, if it is not. */
    void takeAway(MountPlan plan) throws LayoutRefusedException {
        ResolvedPath point = resolve(plan, plan.mountPoint());
        if (point.exists()) {
            String path = point.path();
            String directory = ResolvedPath.parent(path);
            String name = path.substring(path.lastIndexOf('/') + 1);
            point = new ResolvedPath(directory, calls.statx(AT_FDCWD, directory, 0), List.of(name), true);
        }
        if (point.occupied()) {
            leaveOut(plan, point);
        }
    }

    /**
     * Nothing is removed but from a new file system, which has only copies, and from a scaffold, which has entries of its own for
     * all that it shows.
     */
    private void leaveOut(MountPlan plan, ResolvedPath point) throws LayoutRefusedException {
        if (own.isChangeable(point.status())) {
            removal.remove(point.existing(), point.missing().get(0));
            return;
        }
        if (!own.isScaffold(point.status())) {
            cover(plan, point);
        }
        scaffold.leaveOut(point.existing(), point.missing().get(0));
    }

    /**
     * Makes the mount points of those mounts that lie below no other one, before any of them is laid: a directory that is covered
     * for a missing one shows what is laid in it at a second place.
     */
    void makeTopmost(List<MountPlan> plans, SourceTrees sources) throws LayoutRefusedException {
        makeEach(topmost(plans), sources);
    }

    private void makeEach(List<MountPlan> plans, SourceTrees sources) throws LayoutRefusedException {
        for (MountPlan plan : plans) {
            try {
                if (plan.isAbsent()) {
                    takeAway(plan);
                } else {
                    require(plan, plan.mountPoint(), sources.kindFor(plan));
                }
            } catch (SystemCallException e) {
                throw new LayoutRefusedException(plan, e);
            }
        }
    }

    /** Takes away what a new mount has at places that lead into it, before it is filled or anything is laid in it. */
    void replaceTopmost(List<MountPlan> plans, String mountPoint) throws LayoutRefusedException {
        List<MountPlan> replacing = plans.stream()
                .filter(plan -> !plan.followLinks() && leadsInto(plan, mountPoint))
                .toList();
        for (MountPlan plan : topmost(replacing)) {
            try {
                ResolvedPath point = resolve(plan, plan.mountPoint());
                if (plan.isAbsent()) {
                    takeAway(plan);
                } else if (point.occupied()) {
                    leaveOut(plan, point);
                }
            } catch (SystemCallException e) {
                throw new LayoutRefusedException(plan, e);
            }
        }
    }

    private boolean leadsInto(MountPlan plan, String mountPoint) {
        try {
            return ResolvedPath.isBelow(resolve(plan, plan.mountPoint()).path(), mountPoint);
        } catch (LayoutRefusedException | SystemCallException notYet) {
            return false;
        }
    }

    /** The mounts that are below no other one, by name or by symbolic link: the others decide what is below them. */
    private List<MountPlan> topmost(List<MountPlan> plans) throws LayoutRefusedException {
        record Resolved(MountPlan plan, ResolvedPath path) {}
        List<Resolved> candidates = new ArrayList<>();
        for (MountPlan plan : plans) {
            if (plans.stream().noneMatch(other -> ResolvedPath.isBelow(plan.mountPoint(), other.mountPoint()))) {
                try {
                    candidates.add(new Resolved(plan, resolve(plan, plan.mountPoint())));
                } catch (LayoutRefusedException e) {
                    // a link may lead through a file that another mount hides: that is found out when it is its turn
                    if (!String.valueOf(e.getMessage()).endsWith("(ENOTDIR)")) {
                        throw e;
                    }
                }
            }
        }
        return candidates.stream()
                .filter(candidate ->
                        candidates.stream().noneMatch(other -> candidate.path().isBelow(other.path())))
                .map(Resolved::plan)
                .toList();
    }

    private void make(MountPlan plan, ResolvedPath point, Kind kind) throws LayoutRefusedException {
        String made = point.existing();
        if (!point.status().isDirectory()) {
            throw new LayoutRefusedException(
                    plan,
                    "the mount point " + point.path() + " cannot be made: " + made + " is not a directory (ENOTDIR)");
        }
        if (point.occupied()) {
            // a symbolic link that is not followed
            leaveOut(plan, point);
        } else if (!own.takesNewEntries(point.status())) {
            cover(plan, point);
        }
        // who may not write beside the mount point, as on the host, may not do so on the way to it
        int mode = 0555 | (calls.statx(AT_FDCWD, made, 0).permissions() & 0200);
        int last = point.missing().size() - 1;
        for (int i = 0; i <= last; i++) {
            made = ResolvedPath.child(made, point.missing().get(i));
            make(made, i == last ? kind : Kind.DIRECTORY, mode);
        }
    }

    /** A tmpfs that is to have no inode left for files gets one for a mount point. */
    private void make(String path, Kind kind, int mode) {
        try {
            makeEntry(path, kind, mode);
        } catch (SystemCallException e) {
            FileStatus directory = calls.statx(AT_FDCWD, ResolvedPath.parent(path), 0);
            if (!e.is(Errno.ENOSPC) || !own.takesNewEntries(directory)) {
                throw e;
            }
            mounts.addInode(own.mountOf(directory));
            makeEntry(path, kind, mode);
        }
    }

    private void makeEntry(String path, Kind kind, int mode) {
        if (kind == Kind.FILE) {
            calls.close(calls.openat(AT_FDCWD, path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644));
            mounts.log().madeFile(path);
        } else {
            calls.mkdirat(AT_FDCWD, path, mode);
            mounts.log().madeDirectory(path, mode);
        }
    }

    private void cover(MountPlan plan, ResolvedPath point) throws LayoutRefusedException {
        String directory = point.existing();
        if (directory.equals("/proc") || directory.startsWith("/proc/")) {
            throw new LayoutRefusedException(
                    plan, "the mount point " + point.path() + " does not exist, and nothing can be made in /proc");
        }
        if (own.isUncoverable(point.status()) || own.isUnbindableBelow(directory)) {
            throw new LayoutRefusedException(
                    plan,
                    change(plan, point) + " would take a private copy of " + directory
                            + ", where a mount is declared that is not private: create it before the run");
        }
        boolean root = directory.equals("/");
        if (root && !rootReplaceable) {
            throw new LayoutRefusedException(
                    plan,
                    change(plan, point) + " would take another /, which is known only when another mount has been laid;"
                            + " declare it without the symbolic link");
        }
        int tmpfs = scaffold.cover(directory, point.status());
        if (root) {
            NewRoot.enter(calls, mounts, tmpfs);
        }
    }

    private static String change(MountPlan plan, ResolvedPath point) {
        return plan.isAbsent()
                ? "taking " + point.path() + " away"
                : "the mount point " + point.path() + " does not exist, and making it";
    }
}

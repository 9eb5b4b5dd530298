package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.R_OK;
import static org.isolatedmounts.internal.linux.Flags.W_OK;
import static org.isolatedmounts.internal.linux.Flags.X_OK;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;
import org.isolatedmounts.internal.supervisor.laying.mount.Descriptors;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;

/**
 * What the fork's JVM uses; what a mount hides, or keeps from being written, is bound back at its path. The working
 * directory is not: if it is hidden, an empty one is made.
 */
final class KeptPaths {

    /**
     * The name of a path and where it leads before anything is laid, so that it is clear below which mount points it lies.
     *
     * @param real without symbolic links
     */
    private record Names(String path, String real) {

        static Names of(String path) {
            try {
                return new Names(path, Path.of(path).toRealPath().toString());
            } catch (IOException missing) {
                return new Names(path, path);
            }
        }

        boolean areBelow(String mountPoint) {
            return ResolvedPath.isAtOrBelow(path, mountPoint) || ResolvedPath.isAtOrBelow(real, mountPoint);
        }
    }

    private static final class Kept {
        private final String path;
        private final Names names;
        private final int copy;
        private final FileStatus original;
        private final boolean written;
        private final boolean writable;
        private final boolean readable;
        private boolean attached;

        Kept(KeptPath kept, int copy, FileStatus original, boolean writable, boolean readable) {
            this.path = kept.path();
            this.names = Names.of(path);
            this.copy = copy;
            this.original = original;
            this.written = kept.written();
            this.writable = writable;
            this.readable = readable;
        }
    }

    private final SystemCalls calls;
    private final Mounts mounts;
    private final OwnMounts own;
    private final Descriptors open;
    private final String workingDirectory;
    private final Names directory;
    private final boolean entered;
    private final List<Kept> all = new ArrayList<>();

    KeptPaths(
            SystemCalls calls,
            Mounts mounts,
            OwnMounts own,
            Descriptors open,
            List<KeptPath> paths,
            String workingDirectory) {
        this.calls = calls;
        this.mounts = mounts;
        this.own = own;
        this.open = open;
        this.workingDirectory = workingDirectory;
        this.directory = Names.of(workingDirectory);
        this.entered = !isRefused(workingDirectory, X_OK, Errno.EACCES);
        paths.stream()
                .distinct()
                .sorted(Comparator.comparingInt(kept -> kept.path().length()))
                .forEach(this::copy);
    }

    private void copy(KeptPath kept) {
        try {
            int copy = open.keep(mounts.copy(kept.path(), true));
            if (!kept.written()) {
                // under a mount that hides it, it is there to be read: what is written there is not to reach the host
                mounts.makeReadOnly(copy, true);
            }
            FileStatus root = mounts.rootOf(copy);
            boolean writable = kept.written() && !isRefused(kept.path(), W_OK, Errno.EROFS);
            all.add(new Kept(kept, copy, root, writable, !isRefused(kept.path(), R_OK, Errno.EACCES)));
            mounts.log()
                    .copied(copy, Source.ofHost(kept.path()), null, true, !kept.written(), false, root.isDirectory());
        } catch (SystemCallException unreachable) {
            // then the JVM cannot read it either: a class path may name what does not exist
        }
    }

    /**
     * Looks at what lies below a mount point, by its name or where that leads.
     *
     * @param mountPoint of the plan that was just laid, without symbolic links
     */
    void bindBackHidden(MountPlan plan, String mountPoint, MountPoints points) throws LayoutRefusedException {
        List<Kept> below =
                all.stream().filter(kept -> kept.names.areBelow(mountPoint)).toList();
        if (!below.isEmpty() || directory.areBelow(mountPoint)) {
            bindBackHidden(plan, mountPoint, below, points);
        }
    }

    /** Looks at all: symbolic links may have led through a mount point that has neither name. */
    void bindBackHidden(MountPlan last, MountPoints points) throws LayoutRefusedException {
        bindBackHidden(last, "", all, points);
    }

    private void bindBackHidden(MountPlan plan, String mountPoint, List<Kept> some, MountPoints points)
            throws LayoutRefusedException {
        for (Kept kept : some) {
            if (isHidden(kept)) {
                if (points.resolve(plan, kept.path).path().equals(mountPoint)) {
                    throw new LayoutRefusedException(
                            plan,
                            "it would hide " + kept.path
                                    + ", which the JVM of the test "
                                    + (kept.written
                                            ? "writes (an option of an agent names it)"
                                            : "reads (it is on the class path, or the JDK)")
                                    + ": mount above or below it, where it can be bound back");
                }
                bindBack(kept, plan, points);
            }
        }
        points.require(plan, workingDirectory, MountPoints.Kind.DIRECTORY);
        refuseUnreachable(plan, some);
    }

    /** A path that is to be absent cannot have anything in it. */
    void refuseHidden(MountPlan plan, MountPoints points) throws LayoutRefusedException {
        for (Kept kept : all) {
            if (isHidden(kept)) {
                throw new LayoutRefusedException(
                        plan,
                        "`value` must not take away " + kept.path
                                + ", which the JVM of the test reads: take away single files and"
                                + " directories beside that");
            }
        }
        if (!points.resolve(plan, workingDirectory).exists()) {
            throw new LayoutRefusedException(
                    plan,
                    "`value` must not take away " + workingDirectory
                            + ", the working directory of the test: take away what is" + " in it");
        }
    }

    /** A tmpfs may have a mode that keeps its own user out, and a mask has none. */
    private void refuseUnreachable(MountPlan plan, List<Kept> some) throws LayoutRefusedException {
        for (Kept kept : some) {
            if (kept.readable && isRefused(kept.path, R_OK, Errno.EACCES)) {
                throw unreachable(plan, "from reading " + kept.path);
            }
        }
        if (entered && isRefused(workingDirectory, X_OK, Errno.EACCES)) {
            throw unreachable(plan, "out of its working directory " + workingDirectory);
        }
    }

    private static LayoutRefusedException unreachable(MountPlan plan, String from) {
        String remedy = plan.tree() instanceof Tree.Mask
                ? "mask single directories and files beside that"
                : "give it a `mode` that lets the user in, or mount beside that";
        return new LayoutRefusedException(plan, "it would keep the JVM of the test " + from + " (EACCES): " + remedy);
    }

    private boolean isHidden(Kept kept) {
        try {
            FileStatus now = calls.statx(AT_FDCWD, kept.path, 0);
            boolean same = now.isSameFileAs(kept.original) || own.isScaffold(now);
            return !same || (kept.writable && isRefused(kept.path, W_OK, Errno.EROFS));
        } catch (SystemCallException gone) {
            return true;
        }
    }

    private boolean isRefused(String path, int access, int reason) {
        try {
            calls.faccessat(AT_FDCWD, path, access);
            return false;
        } catch (SystemCallException e) {
            return e.is(reason);
        }
    }

    private void bindBack(Kept kept, MountPlan plan, MountPoints points) throws LayoutRefusedException {
        int mount = kept.attached ? open.keep(mounts.copyAttached(kept.copy)) : kept.copy;
        String mountPoint = points.require(plan, kept.path, MountPoints.Kind.of(kept.original.isDirectory()));
        mounts.attach(mount, mountPoint);
        mounts.log().attached(mount, mountPoint, mounts.rootOf(mount));
        kept.attached = true;
    }
}

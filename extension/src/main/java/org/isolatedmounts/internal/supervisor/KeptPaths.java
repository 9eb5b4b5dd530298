package org.isolatedmounts.internal.supervisor;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.MountPlan;

/** What the fork's JVM goes on reading, directories and jars; what a mount hides is bound back at its path. */
final class KeptPaths {

    private static final class Kept {
        private final String path;
        private final int copy;
        private final FileStatus original;
        private boolean attached;

        Kept(String path, int copy, FileStatus original) {
            this.path = path;
            this.copy = copy;
            this.original = original;
        }
    }

    private final SystemCalls calls;
    private final Mounts mounts;
    private final OwnMounts own;
    private final Descriptors open;
    private final List<Kept> all = new ArrayList<>();

    KeptPaths(SystemCalls calls, OwnMounts own, Descriptors open, List<String> paths) {
        this.calls = calls;
        this.mounts = new Mounts(calls);
        this.own = own;
        this.open = open;
        paths.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length))
                .forEach(this::copy);
    }

    private void copy(String path) {
        try {
            int copy = open.keep(mounts.copy(path, true));
            all.add(new Kept(path, copy, mounts.rootOf(copy)));
        } catch (SystemCallException unreachable) {
            // then the JVM cannot read it either: a class path may name what does not exist
        }
    }

    /** @param mountPoint of the plan that was just laid, without symbolic links */
    void restoreHidden(MountPlan plan, String mountPoint, MountPoints points) throws LayoutRefusedException {
        for (Kept kept : all) {
            if (isHidden(kept)) {
                if (points.resolve(plan, kept.path).path().equals(mountPoint)) {
                    throw new LayoutRefusedException(
                            plan,
                            "it would hide " + kept.path
                                    + ", which the JVM of the test reads (it is on the class path, or"
                                    + " the JDK): mount above or below it, where it can be bound back");
                }
                restore(kept, plan, points);
            }
        }
    }

    private boolean isHidden(Kept kept) {
        try {
            FileStatus now = calls.statx(AT_FDCWD, kept.path, 0);
            return !now.isSameFileAs(kept.original) && !own.isScaffold(now);
        } catch (SystemCallException gone) {
            return true;
        }
    }

    private void restore(Kept kept, MountPlan plan, MountPoints points) throws LayoutRefusedException {
        int mount = kept.attached ? open.keep(mounts.copyAttached(kept.copy)) : kept.copy;
        mounts.attach(mount, points.require(plan, kept.path, MountPoints.Kind.of(kept.original.isDirectory())));
        kept.attached = true;
    }
}

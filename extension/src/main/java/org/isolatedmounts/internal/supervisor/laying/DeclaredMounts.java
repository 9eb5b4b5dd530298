package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;
import org.isolatedmounts.internal.supervisor.laying.mount.Descriptors;
import org.isolatedmounts.internal.supervisor.laying.mount.Filler;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;
import org.isolatedmounts.internal.supervisor.laying.mount.Overlays;

/** Lays the declared mounts of one fork, in a namespace in which their mount points can be had. */
final class DeclaredMounts {

    private record LaidMount(MountPlan plan, int mount, String mountPoint, FileStatus root) {}

    private final SystemCalls calls;
    private final Mounts mounts;
    private final SourceTrees sources;
    private final Overlays overlays;
    private final Disks disks;
    private final FilledTrees filled;
    private final KeptPaths kept;
    private final OwnMounts own;
    private final Descriptors open;
    private final List<LaidMount> laid = new ArrayList<>();

    DeclaredMounts(
            SystemCalls calls,
            Mounts mounts,
            SourceTrees sources,
            Overlays overlays,
            Disks disks,
            FilledTrees filled,
            KeptPaths kept,
            OwnMounts own,
            Descriptors open) {
        this.calls = calls;
        this.mounts = mounts;
        this.sources = sources;
        this.overlays = overlays;
        this.disks = disks;
        this.filled = filled;
        this.kept = kept;
        this.own = own;
        this.open = open;
    }

    /**
     * Lays the mounts and binds back what they hide and must stay.
     *
     * @param descriptors takes the descriptors of the mounts
     */
    void lay(LayoutPlan layout, LaidMounts descriptors) throws LayoutRefusedException {
        Seals seals = new Seals(mounts, own);
        MountPoints points = new MountPoints(calls, mounts, own, new Scaffold(calls, mounts, own, seals, open), false);
        List<MountPlan> left = new ArrayList<>(layout.mounts());
        boolean propagating = layout.isPropagating();
        for (MountPlan plan : layout.mounts()) {
            try {
                closeWhatIsShown(plan, left, points, seals);
                left.remove(0);
                if (plan.isAbsent()) {
                    points.takeAway(plan);
                    kept.refuseHidden(plan, points);
                    continue;
                }
                LaidMount added = lay(plan, propagating, points, seals);
                laid.add(added);
                if (plan.tree().isAsFound() || plan.tree() instanceof Tree.Disk) {
                    // on a disk that is filled then, nothing could be made
                    points.makeTopmost(below(added, left), sources);
                }
                points.replaceTopmost(left, added.mountPoint());
                fill(added, descriptors);
            } catch (SystemCallException e) {
                throw new LayoutRefusedException(plan, e);
            }
        }
        if (!laid.isEmpty()) {
            kept.bindBackHidden(laid.get(laid.size() - 1).plan(), points);
        }
        seals.close();
        if (layout.hostMounts().isShared()) {
            shareHostMounts();
        }
        for (int i = 0; i < laid.size(); i++) {
            proveVisible(laid.get(i), laid.subList(i + 1, laid.size()));
        }
        laid.forEach(each -> descriptors.take(each.plan(), each.mount(), each.mountPoint(), open));
    }

    private LaidMount lay(MountPlan plan, boolean propagating, MountPoints points, Seals seals)
            throws LayoutRefusedException {
        List<Integer> trees = sources.trees(plan);
        int mount = plan.tree()
                .match(
                        made -> made(plan, made),
                        copy -> trees.get(0),
                        file -> open.keep(mounts.make(file, plan)),
                        overlay -> open.keep(overlays.make(plan, overlay, trees)),
                        disks::mountOf,
                        mask -> open.keep(mounts.make(mask, plan)),
                        absent -> {
                            throw new IllegalArgumentException("nothing is mounted at " + plan.mountPoint());
                        });
        String mountPoint = points.require(plan, plan.mountPoint(), sources.kindFor(plan));
        mounts.attach(mount, mountPoint);
        FileStatus root = mounts.rootOf(mount);
        mounts.log().attached(mount, mountPoint, root);
        own.addDeclared(plan.propagation(), mountPoint, mount, root);
        if (propagating) {
            propagate(plan, mount);
        }
        if (root.isDirectory() && !plan.tree().isAsFound()) {
            own.addFileSystem(mount, root);
            if (!(plan.tree() instanceof Tree.Overlay)) {
                own.addChangeable(root);
            }
            if (plan.readOnly()) {
                seals.add(mount, mountPoint);
            }
        }
        kept.bindBackHidden(plan, mountPoint, points);
        return new LaidMount(plan, mount, mountPoint, root);
    }

    /** When nothing is taken away any more. */
    private void fill(LaidMount laid, LaidMounts descriptors) {
        long free = free(laid.plan().tree());
        if (free != Tree.FileSystem.ALL) {
            mounts.log().filled(laid.mount(), Filler.fill(calls, laid.mount(), free, descriptors.open()));
        }
    }

    private int made(MountPlan plan, Tree.FileSystem tree) {
        Integer made = filled.mountOf(tree);
        return made == null ? open.keep(mounts.make(tree, plan.options())) : made;
    }

    /**
     * At once, as what is laid later is to propagate. What is mounted on a shared mount is shared without being asked; a slave
     * is one already, and not on a shared mount.
     */
    private void propagate(MountPlan plan, int mount) {
        switch (plan.propagation()) {
            case SLAVE -> {
                // see SourceTrees
            }
            case SHARED, SLAVE_AND_SHARED -> propagate(mount, PropagationType.SHARED, plan.isRecursive());
            case PRIVATE, UNBINDABLE -> propagate(mount, plan.propagation(), plan.isRecursive());
        }
    }

    private void propagate(int mount, PropagationType type, boolean recursive) {
        mounts.propagate(mount, type, recursive);
        mounts.log().propagated(mount, type, recursive);
    }

    /** At last, or what was done to lay the layout would have been done at several places. */
    private void shareHostMounts() {
        mounts.propagate("/", PropagationType.SHARED);
        mounts.log().propagated("/", PropagationType.SHARED);
        for (LaidMount each : laid) {
            MountPlan plan = each.plan();
            if (!plan.propagation().isShared()) {
                boolean recursive = plan.isRecursive() && !isSharedBelow(plan);
                propagate(each.mount(), plan.propagation(), recursive);
                FileStatus seen = calls.statx(AT_FDCWD, each.mountPoint(), 0);
                if (own.isScaffold(seen)) {
                    mounts.propagate(own.scaffoldOf(seen), PropagationType.PRIVATE, recursive);
                }
            }
        }
    }

    private boolean isSharedBelow(MountPlan plan) {
        return laid.stream()
                .map(LaidMount::plan)
                .anyMatch(other ->
                        other.propagation().isShared() && ResolvedPath.isBelow(other.mountPoint(), plan.mountPoint()));
    }

    private static long free(Tree tree) {
        if (tree instanceof Tree.Disk disk && disk.content() instanceof DiskContent.Made made) {
            return made.free();
        }
        return tree instanceof Tree.FileSystem made ? made.free() : Tree.FileSystem.ALL;
    }

    /** What is read-only is to be so where another mount shows it, too; then no mount point can be made in it any more. */
    private void closeWhatIsShown(MountPlan plan, List<MountPlan> left, MountPoints points, Seals seals)
            throws LayoutRefusedException {
        for (String place : sources.placesInLayout(plan)) {
            if (seals.concern(place)) {
                for (LaidMount each : laid) {
                    points.makeTopmost(below(each, left), sources);
                }
                seals.closeAt(place);
            }
        }
    }

    /** By the name of its mount point, or by where that leads. */
    private static List<MountPlan> below(LaidMount laid, List<MountPlan> others) {
        return others.stream()
                .filter(other ->
                        ResolvedPath.isBelow(other.mountPoint(), laid.plan().mountPoint())
                                || ResolvedPath.isBelow(other.mountPoint(), laid.mountPoint()))
                .toList();
    }

    /** Two names may lead to the same place, then the later mount has covered the earlier one. */
    private void proveVisible(LaidMount laid, List<LaidMount> later) throws LayoutRefusedException {
        String mountPoint = laid.plan().mountPoint();
        boolean covered =
                later.stream().anyMatch(other -> other.plan().mountPoint().equals(mountPoint));
        if (!covered && !isSeen(laid, mountPoint)) {
            throw new LayoutRefusedException(
                    laid.plan(),
                    "the mount is hidden by another one of the same layout, whose mount point leads to " + mountPoint
                            + " or above it through a symbolic link");
        }
    }

    private boolean isSeen(LaidMount laid, String mountPoint) {
        try {
            FileStatus seen = calls.statx(AT_FDCWD, mountPoint, 0);
            return seen.mountId() == laid.root().mountId() || own.isScaffold(seen);
        } catch (SystemCallException gone) {
            return false;
        }
    }
}

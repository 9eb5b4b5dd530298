package org.isolatedmounts.internal.supervisor;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NODEV;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NOEXEC;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NOSUID;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.BindPlan;
import org.isolatedmounts.internal.plan.Layout;
import org.isolatedmounts.internal.plan.MountFlags;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.TmpfsPlan;
import org.isolatedmounts.mountinfo.MountTable;

/** A layout between its two stages. Holds file descriptors; closing it takes away nothing that is laid. */
final class PreparedLayout implements AutoCloseable {

    private record LaidMount(MountPlan plan, int mount, FileStatus root) {}

    private final SystemCalls calls;
    private final Mounts mounts;
    private final NamespaceEntry entry;
    private final String workDirectory;
    private final Layout layout;
    private final SourceTrees sources;
    private final KeptPaths kept;
    private final OwnMounts own;
    private final Descriptors open;
    private final List<LaidMount> laid = new ArrayList<>();

    PreparedLayout(
            SystemCalls calls,
            Mounts mounts,
            NamespaceEntry entry,
            String workDirectory,
            Layout layout,
            SourceTrees sources,
            KeptPaths kept,
            OwnMounts own,
            Descriptors open) {
        this.calls = calls;
        this.mounts = mounts;
        this.entry = entry;
        this.workDirectory = workDirectory;
        this.layout = layout;
        this.sources = sources;
        this.kept = kept;
        this.own = own;
        this.open = open;
    }

    /** Stage 2: takes the work directory away, lays the mounts, binds back what they hide and must stay. Only once. */
    LaidLayout lay() throws LayoutRefusedException {
        LaidLayout done = entry.inside(namespace -> {
            mounts.detach(workDirectory);
            Seals seals = new Seals(mounts, own);
            MountPoints points =
                    new MountPoints(calls, mounts, own, new Scaffold(calls, mounts, own, seals, open), false);
            for (MountPlan plan : layout.mounts()) {
                try {
                    laid.add(lay(plan, points, seals));
                } catch (SystemCallException e) {
                    throw new LayoutRefusedException(plan, e);
                }
            }
            seals.close();
            for (int i = 0; i < laid.size(); i++) {
                proveVisible(laid.get(i), laid.subList(i + 1, laid.size()));
            }
            return new LaidLayout(namespace.name(), namespace.mountInfo(), List.of());
        });
        MountTable table = MountTable.parse(done.mountInfo());
        return new LaidLayout(done.namespace(), done.mountInfo(), mounts.log().commands(table, workDirectory));
    }

    /** What is laid, to be looked at later on; whoever asks has to close it, and no longer this layout. */
    LaidMounts takeMounts() {
        Descriptors taken = new Descriptors(calls);
        Map<MountPlan, Integer> descriptors = new LinkedHashMap<>();
        laid.forEach(each -> descriptors.put(each.plan(), open.giveTo(taken, each.mount())));
        return new LaidMounts(calls, descriptors, taken);
    }

    private LaidMount lay(MountPlan plan, MountPoints points, Seals seals) throws LayoutRefusedException {
        int mount = plan instanceof TmpfsPlan tmpfs ? open.keep(tmpfs(tmpfs)) : sources.tree((BindPlan) plan);
        String mountPoint = points.require(plan, plan.mountPoint(), sources.kindFor(plan));
        mounts.attach(mount, mountPoint);
        FileStatus root = mounts.rootOf(mount);
        mounts.log().attached(mount, mountPoint, root);
        if (plan instanceof TmpfsPlan tmpfs) {
            own.addTmpfs(root);
            if (tmpfs.flags().readOnly()) {
                seals.add(mount);
            }
        }
        kept.restoreHidden(plan, mountPoint, points);
        return new LaidMount(plan, mount, root);
    }

    private int tmpfs(TmpfsPlan plan) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("source", "tmpfs");
        options.put("size", plan.size());
        options.put("nr_inodes", Long.toString(plan.inodes()));
        options.put("mode", plan.mode());
        MountFlags flags = plan.flags();
        int attributes = (flags.exec() ? 0 : MOUNT_ATTR_NOEXEC)
                | (flags.suid() ? 0 : MOUNT_ATTR_NOSUID)
                | (flags.dev() ? 0 : MOUNT_ATTR_NODEV);
        return mounts.tmpfs(options, attributes);
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

    @Override
    public void close() {
        open.close();
    }
}

package org.isolatedmounts.internal.supervisor.laying;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.laying.mount.Descriptors;
import org.isolatedmounts.internal.supervisor.laying.mount.MountAttributes;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the mount sources. Those of the host are made while the namespace still shows what the host shows, so that
 * neither a mount of the layout nor a scaffold gets into a source or hides it; those of the layout when they are needed.
 */
final class SourceTrees {

    private final SystemCalls calls;
    private final Mounts mounts;
    private final Descriptors open;
    private final IdentityHashMap<Source, Integer> ofHost = new IdentityHashMap<>();

    SourceTrees(SystemCalls calls, Mounts mounts, LayoutPlan layout, Descriptors open) throws LayoutRefusedException {
        this.calls = calls;
        this.mounts = mounts;
        this.open = open;
        for (MountPlan plan : layout.mounts()) {
            for (Source source : plan.tree().sources()) {
                if (!source.ofLayout()) {
                    ofHost.put(source, copy(plan, source));
                }
            }
        }
    }

    /** The copies of what a mount shows. */
    List<Integer> trees(MountPlan plan) throws LayoutRefusedException {
        List<Integer> trees = new ArrayList<>();
        for (Source source : plan.tree().sources()) {
            trees.add(source.ofLayout() ? copy(plan, source) : Objects.requireNonNull(ofHost.get(source)));
        }
        return trees;
    }

    /** Where the layout has what a mount shows. */
    List<String> placesInLayout(MountPlan plan) throws LayoutRefusedException {
        List<String> places = new ArrayList<>();
        for (Source source : plan.tree().sources()) {
            if (source.ofLayout()) {
                places.add(resolve(plan, source));
            }
        }
        return places;
    }

    private String resolve(MountPlan plan, Source source) throws LayoutRefusedException {
        return PathWalk.resolve(calls, plan, source.path()).path();
    }

    private int copy(MountPlan plan, Source source) throws LayoutRefusedException {
        try {
            boolean bind = plan.tree() instanceof Tree.Copy;
            boolean recursive = plan.tree() instanceof Tree.Copy copy && copy.recursive();
            boolean changed = bind && (plan.readOnly() || !plan.options().isEmpty());
            int tree = open.keep(mounts.copy(source.path(), recursive));
            if (changed) {
                mounts.change(tree, MountAttributes.of(plan), recursive);
            }
            boolean slave = bind && plan.propagation().isSlave();
            if (slave) {
                // before it is attached, as on a shared mount it would become the slave of what it is replicated to
                mounts.propagate(tree, PropagationType.SLAVE, recursive);
            }
            boolean directory = mounts.rootOf(tree).isDirectory();
            mounts.log().copied(tree, source, resolved(plan, source), recursive, changed, slave, directory);
            return tree;
        } catch (SystemCallException e) {
            if (e.isOf("open_tree") && e.is(Errno.ENOENT, Errno.ENOTDIR)) {
                throw new LayoutRefusedException(
                        plan, "the source " + source + " does not exist (" + Errno.name(e.errno()) + ")");
            }
            throw new LayoutRefusedException(plan, e);
        }
    }

    private @Nullable String resolved(MountPlan plan, Source source) {
        try {
            return resolve(plan, source);
        } catch (LayoutRefusedException | SystemCallException changedMeanwhile) {
            return null;
        }
    }

    MountPoints.Kind kindFor(MountPlan plan) {
        return plan.tree()
                .match(
                        made -> MountPoints.Kind.DIRECTORY,
                        copy -> MountPoints.Kind.of(isDirectory(copy)),
                        file -> MountPoints.Kind.FILE,
                        overlay -> MountPoints.Kind.DIRECTORY,
                        disk -> MountPoints.Kind.DIRECTORY,
                        mask -> MountPoints.Kind.of(!mask.file()),
                        absent -> {
                            throw new IllegalArgumentException("nothing is mounted at " + plan.mountPoint());
                        });
    }

    private boolean isDirectory(Tree.Copy copy) {
        Integer tree = ofHost.get(copy.source());
        return tree == null ? !copy.file() : mounts.rootOf(tree).isDirectory();
    }
}

package org.isolatedmounts.internal.supervisor.laying;

import java.util.IdentityHashMap;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Copies of all mount sources, made while the namespace still shows what the host shows, so that neither a mount of the
 * layout nor a scaffold gets into a source or hides it.
 */
final class SourceTrees {

    private record Source(int tree, MountPoints.Kind kind) {}

    private final IdentityHashMap<MountPlan, Source> sources = new IdentityHashMap<>();

    SourceTrees(SystemCalls calls, Mounts mounts, LayoutPlan layout, Descriptors open) throws LayoutRefusedException {
        for (MountPlan plan : layout.mounts()) {
            if (plan.tree() instanceof Tree.Copy copy) {
                sources.put(plan, copy(calls, mounts, plan, copy, open));
            }
        }
    }

    private static Source copy(SystemCalls calls, Mounts mounts, MountPlan plan, Tree.Copy copy, Descriptors open)
            throws LayoutRefusedException {
        try {
            int tree = open.keep(mounts.copy(copy.source(), copy.recursive()));
            boolean changed = plan.readOnly() || !plan.options().isEmpty();
            if (changed) {
                mounts.change(tree, MountAttributes.of(plan), copy.recursive());
            }
            boolean directory = mounts.rootOf(tree).isDirectory();
            mounts.log().copied(tree, copy, resolved(calls, plan, copy), changed, directory);
            return new Source(tree, MountPoints.Kind.of(directory));
        } catch (SystemCallException e) {
            if (e.isOf("open_tree") && e.is(Errno.ENOENT, Errno.ENOTDIR)) {
                throw new LayoutRefusedException(
                        plan, "the source " + copy.source() + " does not exist (" + Errno.name(e.errno()) + ")");
            }
            throw new LayoutRefusedException(plan, e);
        }
    }

    private static @Nullable String resolved(SystemCalls calls, MountPlan plan, Tree.Copy copy) {
        try {
            return PathWalk.resolve(calls, plan, copy.source()).path();
        } catch (LayoutRefusedException | SystemCallException changedMeanwhile) {
            return null;
        }
    }

    int tree(MountPlan plan) {
        return source(plan).tree();
    }

    MountPoints.Kind kindFor(MountPlan plan) {
        return plan.tree()
                .match(made -> MountPoints.Kind.DIRECTORY, copy -> source(plan).kind(), file -> MountPoints.Kind.FILE);
    }

    private Source source(MountPlan plan) {
        Source source = sources.get(plan);
        if (source == null) {
            throw new IllegalArgumentException("no source was opened for " + plan);
        }
        return source;
    }
}

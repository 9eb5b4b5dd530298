package org.isolatedmounts.internal.supervisor;

import java.util.IdentityHashMap;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.BindPlan;
import org.isolatedmounts.internal.plan.Layout;
import org.isolatedmounts.internal.plan.MountPlan;
import org.jspecify.annotations.Nullable;

/**
 * Copies of all mount sources, made while the namespace still shows what the host shows, so that neither a mount of the
 * layout nor a scaffold gets into a source or hides it.
 */
final class SourceTrees {

    private record Source(int tree, MountPoints.Kind kind) {}

    private final IdentityHashMap<BindPlan, Source> sources = new IdentityHashMap<>();

    SourceTrees(SystemCalls calls, Mounts mounts, Layout layout, Descriptors open) throws LayoutRefusedException {
        for (MountPlan plan : layout.mounts()) {
            if (plan instanceof BindPlan bind) {
                sources.put(bind, copy(calls, mounts, bind, open));
            }
        }
    }

    private static Source copy(SystemCalls calls, Mounts mounts, BindPlan bind, Descriptors open)
            throws LayoutRefusedException {
        try {
            int tree = open.keep(mounts.copy(bind.source(), bind.recursive()));
            if (bind.readOnly()) {
                mounts.makeReadOnly(tree, bind.recursive());
            }
            boolean directory = mounts.rootOf(tree).isDirectory();
            mounts.log()
                    .copied(tree, bind.source(), resolved(calls, bind), bind.recursive(), bind.readOnly(), directory);
            return new Source(tree, MountPoints.Kind.of(directory));
        } catch (SystemCallException e) {
            if (e.isOf("open_tree") && e.is(Errno.ENOENT, Errno.ENOTDIR)) {
                throw new LayoutRefusedException(
                        bind, "the source " + bind.source() + " does not exist (" + Errno.name(e.errno()) + ")");
            }
            throw new LayoutRefusedException(bind, e);
        }
    }

    private static @Nullable String resolved(SystemCalls calls, BindPlan bind) {
        try {
            return PathWalk.resolve(calls, bind, bind.source()).path();
        } catch (LayoutRefusedException | SystemCallException changedMeanwhile) {
            return null;
        }
    }

    int tree(BindPlan plan) {
        return source(plan).tree();
    }

    MountPoints.Kind kindFor(MountPlan plan) {
        return plan instanceof BindPlan bind ? source(bind).kind() : MountPoints.Kind.DIRECTORY;
    }

    private Source source(BindPlan plan) {
        Source source = sources.get(plan);
        if (source == null) {
            throw new IllegalArgumentException("no source was opened for " + plan);
        }
        return source;
    }
}

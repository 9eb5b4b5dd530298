package org.isolatedmounts.internal.supervisor.laying;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Objects;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.laying.mount.Descriptors;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;
import org.isolatedmounts.internal.supervisor.laying.mount.TreeCopy;
import org.jspecify.annotations.Nullable;

/**
 * File systems that begin with copies of files of the host. They are made in the namespace of the supervisor, which sees these
 * files as the host does.
 */
final class FilledTrees {

    private final IdentityHashMap<Tree.FileSystem, Integer> made = new IdentityHashMap<>();

    /**
     * Makes those of a layout.
     *
     * @param open keeps the mounts
     */
    FilledTrees(Mounts mounts, LayoutPlan layout, Descriptors open) throws LayoutRefusedException {
        for (MountPlan plan : layout.mounts()) {
            if (plan.tree() instanceof Tree.FileSystem tree && tree.content() != null) {
                try {
                    int mount = open.keep(mounts.make(tree, plan.options()));
                    fill(mounts, mount, plan, tree.content(), tree.parameters().getOrDefault("mode", ""));
                    made.put(tree, mount);
                } catch (SystemCallException e) {
                    throw new LayoutRefusedException(plan, e);
                }
            }
        }
    }

    /** The mount, attached nowhere; null if it begins empty, and is still to be made. */
    @Nullable
    Integer mountOf(Tree.FileSystem tree) {
        return made.get(tree);
    }

    /** The descriptor is known to nobody else. */
    private static String shown(FileSystemException e, int mount, MountPlan plan) {
        return String.valueOf(e.getFile()).replaceFirst("^/proc/self/fd/" + mount + "(?=/|$)", plan.mountPoint());
    }

    /** @param mode of the root directory */
    static void fill(Mounts mounts, int mount, MountPlan plan, CopiedTree content, String mode)
            throws LayoutRefusedException {
        try {
            TreeCopy.into(mount, content);
            mounts.log()
                    .copiedInto(
                            mount, content, Path.of(content.path()).toRealPath().toString(), mode);
        } catch (FileSystemException e) {
            String reason =
                    Objects.requireNonNullElse(e.getReason(), e.getClass().getSimpleName());
            String place = content.path().equals(e.getFile()) ? "" : ", at " + shown(e, mount, plan);
            throw new LayoutRefusedException(
                    plan,
                    "`copyOf` " + content.path() + " could not be copied" + place + ": " + reason
                            + (reason.startsWith("No space left") ? "; write a larger `size`, or more `inodes`" : ""));
        } catch (IOException e) {
            throw new LayoutRefusedException(
                    plan, "`copyOf` " + content.path() + " could not be copied: " + e.getMessage());
        }
    }
}

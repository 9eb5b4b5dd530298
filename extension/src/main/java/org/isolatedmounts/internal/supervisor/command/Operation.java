package org.isolatedmounts.internal.supervisor.command;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.jspecify.annotations.Nullable;

/** One step of laying a layout, as {@link OperationLog} keeps it. */
public sealed interface Operation {

    /** A mount that is attached nowhere yet. */
    sealed interface Detached {}

    /**
     * A new file system.
     *
     * @param options as after {@code mount -o}
     */
    record Made(String type, String source, String options) implements Detached {}

    /**
     * A copy of what is mounted.
     *
     * @param resolved the source without symbolic links, if that is known
     * @param changed whether its options are other than those of the source
     * @param slave whether it was made a slave
     * @param directory rather than a file
     */
    record Copied(
            Source source,
            @Nullable String resolved,
            boolean recursive,
            boolean changed,
            boolean slave,
            boolean directory)
            implements Detached {}

    /** A file with a content, on a tmpfs of its own. */
    record Wrote(Made place, Tree.NewFile file) implements Detached {}

    /** A device that cannot be opened, on a tmpfs of its own. */
    record Masked(Made place) implements Detached {}

    /**
     * A new overlay.
     *
     * @param stage with its layers
     * @param mode of its root directory
     */
    record Overlaid(Made stage, List<Copied> lower, int mode, Optional<Owner> owner, Made overlay)
            implements Detached {}

    /**
     * A file system on a loop device.
     *
     * @param place where the disk is a file; empty for an image that is mounted itself
     * @param options as after {@code mount -o}
     */
    record OnDisk(Optional<Made> place, Tree.Disk disk, String options) implements Detached {}

    /**
     * A mount, at its place; what is removed from it is added as it goes.
     *
     * @param removed paths of what is there only because it was copied
     */
    record Attach(Detached tree, String mountPoint, long mountId, List<String> removed) implements Operation {}

    /**
     * A file system that begins with copies of files.
     *
     * @param source what is copied: a directory, or an archive
     * @param mode of the root directory, in octal; empty if that is as it was
     */
    record Filled(Detached tree, Copied source, CopiedTree content, String mode) implements Detached {}

    /** A mount point, or a directory on the way to one. */
    record MakeDirectory(String path, int mode) implements Operation {}

    /** A mount point. */
    record MakeFile(String path) implements Operation {}

    /**
     * A scaffold; what it has taken over is added as it goes.
     *
     * @param movedUp the places of mounts in what it covers that have replaced their copies
     * @param leftOut the names of entries that it does not show
     */
    record Cover(
            Made tmpfs,
            String directory,
            long mountId,
            List<Entry> entries,
            List<Owner> owners,
            List<String> movedUp,
            List<String> leftOut)
            implements Operation {}

    /**
     * What a scaffold has taken over.
     *
     * @param linkTarget of a symbolic link; else it is a directory or a file that is bound back
     */
    record Entry(String name, boolean directory, @Nullable String linkTarget) {}

    /**
     * Whom something was given to.
     *
     * @param name in its directory; empty for the directory itself
     * @param group -1 if it stayed as it was
     */
    record Owner(String name, int user, int group) {}

    /** A source of the layout as it is now; one of the host is taken before all. */
    record Take(Copied copy) implements Operation {}

    /** By the scaffold of {@code /}. */
    record ReplaceRoot() implements Operation {}

    /** A file that takes room. */
    record Fill(String mountPoint, long bytes) implements Operation {}

    /** More inodes for a tmpfs, so that a mount point can be made in it. */
    record Resize(String mountPoint, long inodes) implements Operation {}

    /**
     * Another propagation type.
     *
     * @param types one after the other, in the words of mount(8)
     */
    record Propagate(String mountPoint, List<String> types, boolean recursive) implements Operation {}

    /** Made read-only when everything else was done. */
    record Seal(String mountPoint, long mountId) implements Operation {}
}

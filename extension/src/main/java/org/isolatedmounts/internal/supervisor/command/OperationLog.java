package org.isolatedmounts.internal.supervisor.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.command.Operation.Attach;
import org.isolatedmounts.internal.supervisor.command.Operation.Copied;
import org.isolatedmounts.internal.supervisor.command.Operation.Cover;
import org.isolatedmounts.internal.supervisor.command.Operation.Detached;
import org.isolatedmounts.internal.supervisor.command.Operation.Made;
import org.isolatedmounts.internal.supervisor.command.Operation.ReplaceRoot;
import org.isolatedmounts.internal.supervisor.command.Operation.Seal;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;

/**
 * What was done to lay one layout, in order, so that it can be told as commands that do the same by hand. Mounts are
 * named here as the code names them: by a file descriptor until it is used for another one.
 */
public final class OperationLog {

    private final List<Operation> operations = new ArrayList<>();
    private final Map<Integer, Detached> trees = new HashMap<>();
    private final Map<Integer, String> mountPoints = new HashMap<>();
    private final Map<Integer, Cover> scaffolds = new HashMap<>();
    private final Map<Integer, Attach> attached = new HashMap<>();

    public void made(int mount, Tree.FileSystem tree, List<String> options) {
        String text = Stream.concat(
                        tree.parameters().entrySet().stream()
                                .map(each -> each.getValue().isEmpty()
                                        ? each.getKey()
                                        : each.getKey() + "=" + each.getValue()),
                        options.stream())
                .collect(Collectors.joining(","));
        trees.put(mount, new Made(tree.type(), tree.source(), text));
    }

    /**
     * A copy of mounts was made.
     *
     * @param resolved the source without symbolic links, if that is known
     * @param changed whether its options are other than those of the source
     * @param slave whether it was made a slave
     */
    public void copied(
            int mount,
            Source source,
            @Nullable String resolved,
            boolean recursive,
            boolean changed,
            boolean slave,
            boolean directory) {
        Copied copy = new Copied(source, resolved, recursive, changed, slave, directory);
        trees.put(mount, copy);
        if (source.ofLayout()) {
            operations.add(new Operation.Take(copy));
        }
    }

    /**
     * Copies were put under a new overlay.
     *
     * @param stage the tmpfs with its layers
     * @param layers the topmost first
     * @param mode of its root directory
     * @param owner of that, if it is not the user's
     */
    public void overlaid(int mount, int stage, List<Integer> layers, int mode, Optional<Operation.Owner> owner) {
        List<Copied> lower = layers.stream()
                .map(layer -> (Copied) Objects.requireNonNull(trees.get(layer)))
                .toList();
        trees.put(mount, new Operation.Overlaid(made(stage), lower, mode, owner, made(mount)));
    }

    private Made made(int mount) {
        return (Made) Objects.requireNonNull(trees.get(mount));
    }

    /** A disk was made of an image. */
    public void madeDisk(int mount, Tree.Disk disk) {
        trees.put(
                mount, new Operation.OnDisk(Optional.empty(), disk, made(mount).options()));
    }

    /**
     * A disk was made.
     *
     * @param place the file system on which it is a file
     */
    public void madeDisk(int mount, int place, Tree.Disk disk) {
        trees.put(
                mount,
                new Operation.OnDisk(Optional.of(made(place)), disk, made(mount).options()));
    }

    /**
     * A file was written on a file system that was made for it.
     *
     * @param place that file system
     */
    public void wrote(int mount, int place, Tree.NewFile file) {
        trees.put(mount, new Operation.Wrote(made(place), file));
    }

    /**
     * A device that cannot be opened was made on a file system that was made for it.
     *
     * @param place that file system
     */
    public void masked(int mount, int place) {
        trees.put(mount, new Operation.Masked(made(place)));
    }

    /**
     * Files were copied into a mount.
     *
     * @param resolved their directory, or their archive, without symbolic links
     * @param mode of the root directory, in octal
     */
    public void copiedInto(int mount, CopiedTree content, String resolved, String mode) {
        Copied source = new Copied(Source.ofHost(content.path()), resolved, true, false, false, !content.archive());
        trees.put(mount, new Operation.Filled(Objects.requireNonNull(trees.get(mount)), source, content, mode));
    }

    public void copiedAgain(int mount, int original) {
        trees.put(mount, Objects.requireNonNull(trees.get(original)));
    }

    public void attached(int mount, String mountPoint, FileStatus root) {
        Attach attach =
                new Attach(Objects.requireNonNull(trees.get(mount)), mountPoint, root.mountId(), new ArrayList<>());
        operations.add(attach);
        attached.put(mount, attach);
        mountPoints.put(mount, mountPoint);
    }

    /** A file or directory was removed from a new file system that is attached. */
    public void removed(int mount, String path) {
        Objects.requireNonNull(attached.get(mount)).removed().add(path);
    }

    /** Room was taken in a mount that is attached. */
    public void filled(int mount, long bytes) {
        operations.add(new Operation.Fill(Objects.requireNonNull(mountPoints.get(mount)), bytes));
    }

    /** A tmpfs that is attached got one inode more for a mount point. */
    public void addedInode(int mount, long inodes) {
        operations.add(new Operation.Resize(Objects.requireNonNull(mountPoints.get(mount)), inodes));
    }

    /** An attached mount got another propagation type. */
    public void propagated(int mount, PropagationType type, boolean recursive) {
        operations.add(
                new Operation.Propagate(Objects.requireNonNull(mountPoints.get(mount)), type.words(), recursive));
    }

    /** All mounts below a path, and at it, got another propagation type. */
    public void propagated(String path, PropagationType type) {
        operations.add(new Operation.Propagate(path, type.words(), true));
    }

    public void madeDirectory(String path, int mode) {
        operations.add(new Operation.MakeDirectory(path, mode));
    }

    public void madeFile(String path) {
        operations.add(new Operation.MakeFile(path));
    }

    public void covered(int scaffold, String directory, FileStatus root) {
        Cover cover = new Cover(
                made(scaffold),
                directory,
                root.mountId(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        operations.add(cover);
        scaffolds.put(scaffold, cover);
        mountPoints.put(scaffold, directory);
    }

    public void tookOver(int scaffold, Operation.Entry entry) {
        Objects.requireNonNull(scaffolds.get(scaffold)).entries().add(entry);
    }

    /** A scaffold does not show an entry any more: by hand it never does. */
    public void leftOut(int scaffold, String name) {
        Cover cover = Objects.requireNonNull(scaffolds.get(scaffold));
        cover.entries().removeIf(entry -> entry.name().equals(name));
        cover.owners().removeIf(owner -> owner.name().equals(name));
        cover.leftOut().add(name);
    }

    /** A mount that lay below the covered directory was moved to where the scaffold shows a copy of it. */
    public void movedUp(int scaffold, String mountPoint) {
        Objects.requireNonNull(scaffolds.get(scaffold)).movedUp().add(mountPoint);
    }

    /** Something in a scaffold got the owner that it has on the host. */
    public void gaveTo(int scaffold, Operation.Owner owner) {
        Objects.requireNonNull(scaffolds.get(scaffold)).owners().add(owner);
    }

    public void replacedRoot() {
        operations.add(new ReplaceRoot());
    }

    public void sealed(int mount, FileStatus root) {
        operations.add(new Seal(Objects.requireNonNull(mountPoints.get(mount)), root.mountId()));
    }

    /**
     * The commands for sh(1).
     *
     * @param laid the table afterwards
     * @param asideDirectory a directory of the host on which something can be mounted that is not to be seen afterwards
     */
    public List<String> commands(MountTable laid, String asideDirectory) {
        return new CommandWriter(operations, laid, asideDirectory).write();
    }
}

package org.isolatedmounts.internal.supervisor;

import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NODEV;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NOEXEC;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NOSUID;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.supervisor.Operation.Attach;
import org.isolatedmounts.internal.supervisor.Operation.Copy;
import org.isolatedmounts.internal.supervisor.Operation.Cover;
import org.isolatedmounts.internal.supervisor.Operation.Make;
import org.isolatedmounts.internal.supervisor.Operation.ReplaceRoot;
import org.isolatedmounts.internal.supervisor.Operation.Seal;
import org.isolatedmounts.internal.supervisor.Operation.Tmpfs;
import org.isolatedmounts.internal.supervisor.Operation.Tree;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;

/**
 * What was done to lay one layout, in order, so that it can be told as commands that do the same by hand. Mounts are
 * named here as the code names them: by a file descriptor until it is used for another one.
 */
final class OperationLog {

    private final List<Operation> operations = new ArrayList<>();
    private final Map<Integer, Tree> trees = new HashMap<>();
    private final Map<Integer, String> mountPoints = new HashMap<>();
    private final Map<Integer, Cover> scaffolds = new HashMap<>();

    void madeTmpfs(int mount, Map<String, String> options, int attributes) {
        Map<String, String> rest = new LinkedHashMap<>(options);
        String source = Objects.requireNonNullElse(rest.remove("source"), "tmpfs");
        StringJoiner text = new StringJoiner(",");
        rest.forEach((name, value) -> text.add(name + "=" + value));
        addFlag(text, attributes, MOUNT_ATTR_NOSUID, "nosuid");
        addFlag(text, attributes, MOUNT_ATTR_NODEV, "nodev");
        addFlag(text, attributes, MOUNT_ATTR_NOEXEC, "noexec");
        trees.put(mount, new Tmpfs(source, text.toString()));
    }

    private static void addFlag(StringJoiner text, int attributes, int flag, String name) {
        if ((attributes & flag) != 0) {
            text.add(name);
        }
    }

    /** @param resolved the source without symbolic links, where that is known */
    void copied(
            int mount,
            String source,
            @Nullable String resolved,
            boolean recursive,
            boolean readOnly,
            boolean directory) {
        trees.put(mount, new Copy(source, resolved, recursive, readOnly, directory));
    }

    void copiedAgain(int mount, int original) {
        trees.put(mount, Objects.requireNonNull(trees.get(original)));
    }

    void attached(int mount, String mountPoint, FileStatus root) {
        operations.add(new Attach(Objects.requireNonNull(trees.get(mount)), mountPoint, root.mountId()));
        mountPoints.put(mount, mountPoint);
    }

    void madeDirectory(String path) {
        operations.add(new Make(path, true));
    }

    void madeFile(String path) {
        operations.add(new Make(path, false));
    }

    void covered(int scaffold, String directory, FileStatus root) {
        Cover cover = new Cover(
                (Tmpfs) Objects.requireNonNull(trees.get(scaffold)),
                directory,
                root.mountId(),
                new ArrayList<>(),
                new ArrayList<>());
        operations.add(cover);
        scaffolds.put(scaffold, cover);
        mountPoints.put(scaffold, directory);
    }

    void tookOver(int scaffold, Operation.Entry entry) {
        Objects.requireNonNull(scaffolds.get(scaffold)).entries().add(entry);
    }

    /** @param entry in the directory of the scaffold; empty for that directory */
    void gaveTo(int scaffold, String entry, int user, int group) {
        Objects.requireNonNull(scaffolds.get(scaffold)).owners().add(new Operation.Owner(entry, user, group));
    }

    void replacedRoot() {
        operations.add(new ReplaceRoot());
    }

    void sealed(int mount, FileStatus root) {
        operations.add(new Seal(Objects.requireNonNull(mountPoints.get(mount)), root.mountId()));
    }

    /**
     * The commands for sh(1).
     *
     * @param laid the table afterwards
     * @param asideDirectory a directory of the host on which something can be mounted that is not to be seen afterwards
     */
    List<String> commands(MountTable laid, String asideDirectory) {
        return new CommandWriter(operations, laid, asideDirectory).write();
    }
}

package org.isolatedmounts.internal.supervisor.laying.mount;

import static org.isolatedmounts.internal.linux.Flags.AT_EMPTY_PATH;
import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.AT_NO_AUTOMOUNT;
import static org.isolatedmounts.internal.linux.Flags.AT_RECURSIVE;
import static org.isolatedmounts.internal.linux.Flags.AT_SYMLINK_NOFOLLOW;
import static org.isolatedmounts.internal.linux.Flags.FSMOUNT_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.FSOPEN_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.FSPICK_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.FSPICK_EMPTY_PATH;
import static org.isolatedmounts.internal.linux.Flags.MNT_DETACH;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_RDONLY;
import static org.isolatedmounts.internal.linux.Flags.MOVE_MOUNT_F_EMPTY_PATH;
import static org.isolatedmounts.internal.linux.Flags.MS_PRIVATE;
import static org.isolatedmounts.internal.linux.Flags.MS_SHARED;
import static org.isolatedmounts.internal.linux.Flags.MS_SLAVE;
import static org.isolatedmounts.internal.linux.Flags.MS_UNBINDABLE;
import static org.isolatedmounts.internal.linux.Flags.OPEN_TREE_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.OPEN_TREE_CLONE;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_CREAT;
import static org.isolatedmounts.internal.linux.Flags.O_EXCL;
import static org.isolatedmounts.internal.linux.Flags.O_WRONLY;
import static org.isolatedmounts.internal.linux.Flags.S_IFCHR;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.command.OperationLog;

/** The steps that laying consists of. A new mount is a file descriptor and attached nowhere at first. */
public final class Mounts {

    private static final int CLONE = OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC;
    private static final int LOG_MESSAGE = 1024;

    /** What a file may grow by: as much as a tmpfs may hold by default. */
    private static final long ROOM = 64 << 20;

    /** The source of each tmpfs that nobody declared. */
    public static final String OWN = "isolated-mounts";

    private static final String FILE = "file";

    private final SystemCalls calls;
    private final OperationLog log;

    public Mounts(SystemCalls calls, OperationLog log) {
        this.calls = calls;
        this.log = log;
    }

    public OperationLog log() {
        return log;
    }

    public int make(Tree.FileSystem tree, List<String> options) {
        int context = calls.fsopen(tree.type(), FSOPEN_CLOEXEC);
        try {
            calls.fsconfigString(context, "source", tree.source());
            tree.parameters().forEach((key, value) -> configure(context, key, value));
            calls.fsconfigCreate(context);
            int mount = calls.fsmount(
                    context, FSMOUNT_CLOEXEC, (int) MountAttributes.of(options).set());
            log.made(mount, tree, options);
            return mount;
        } catch (SystemCallException e) {
            throw e.withKernelLog(kernelLog(context));
        } finally {
            calls.close(context);
        }
    }

    /** A file on a tmpfs that nobody else sees. */
    public int make(Tree.NewFile file, MountPlan plan) {
        byte[] content = file.bytes();
        Tree.FileSystem place =
                new Tree.FileSystem("tmpfs", OWN, Map.of("size", Long.toString(ROOM + content.length), "mode", "700"));
        int around = make(place, List.of());
        try {
            int descriptor = calls.openat(
                    around, FILE, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, Integer.parseInt(file.mode(), 8));
            try {
                calls.write(descriptor, content);
            } finally {
                calls.close(descriptor);
            }
            Ownership.give(calls, around, FILE, file.owner(), AT_SYMLINK_NOFOLLOW);
            int mount = copyEntry(around, FILE);
            change(mount, MountAttributes.of(plan), false);
            log.wrote(mount, around, file);
            return mount;
        } finally {
            calls.close(around);
        }
    }

    /** What nothing can be had of: a directory without permissions, or on a mount without devices one that is none. */
    public int make(Tree.Mask mask, MountPlan plan) {
        if (!mask.file()) {
            return make(new Tree.FileSystem("tmpfs", OWN, Map.of("size", "4k", "mode", "0")), plan.options());
        }
        int around = make(new Tree.FileSystem("tmpfs", OWN, Map.of("size", "4k", "mode", "700")), List.of());
        try {
            calls.mknodat(around, FILE, S_IFCHR);
            int mount = copyEntry(around, FILE);
            change(mount, MountAttributes.of(plan), false);
            log.masked(mount, around);
            return mount;
        } finally {
            calls.close(around);
        }
    }

    private void configure(int context, String key, String value) {
        if (value.isEmpty()) {
            calls.fsconfigFlag(context, key);
        } else {
            calls.fsconfigString(context, key, value);
        }
    }

    /** One message a read; they begin with their level, {@code e} for an error, {@code w} for a warning. */
    private String kernelLog(int context) {
        StringJoiner log = new StringJoiner("; ");
        try {
            byte[] message = calls.read(context, LOG_MESSAGE);
            while (message.length > 0) {
                String text = new String(message, StandardCharsets.UTF_8);
                log.add(text.strip().replaceFirst("^[ewi] ", ""));
                message = calls.read(context, LOG_MESSAGE);
            }
        } catch (SystemCallException noMoreMessages) {
            // ENODATA is how the log ends
        }
        return log.toString();
    }

    /** Gives a tmpfs that is attached one more inode. */
    public void addInode(int mount) {
        long inodes = calls.fstatfs(mount).inodes() + 1;
        int context = calls.fspick(mount, "", FSPICK_CLOEXEC | FSPICK_EMPTY_PATH);
        try {
            calls.fsconfigString(context, "nr_inodes", Long.toString(inodes));
            calls.fsconfigReconfigure(context);
            log.addedInode(mount, inodes);
        } catch (SystemCallException e) {
            throw e.withKernelLog(kernelLog(context));
        } finally {
            calls.close(context);
        }
    }

    /** A copy of what is seen at a path, symbolic links followed. */
    public int copy(String path, boolean recursive) {
        return calls.openTree(AT_FDCWD, path, CLONE | (recursive ? AT_RECURSIVE : 0));
    }

    /** A recursive copy of one entry of a directory, as it is. */
    public int copyEntry(int directory, String name) {
        return calls.openTree(directory, name, CLONE | AT_RECURSIVE | AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
    }

    /** A recursive copy of a mount that is attached. */
    public int copyAttached(int mount) {
        int copy = calls.openTree(mount, "", CLONE | AT_RECURSIVE | AT_EMPTY_PATH);
        log.copiedAgain(copy, mount);
        return copy;
    }

    public void attach(int mount, int directory, String path) {
        Patience.whileBusy(() -> calls.moveMount(mount, "", directory, path, MOVE_MOUNT_F_EMPTY_PATH));
    }

    public void attach(int mount, String path) {
        attach(mount, AT_FDCWD, path);
    }

    public void makeReadOnly(int mount, boolean recursive) {
        change(mount, new MountAttributes(MOUNT_ATTR_RDONLY, 0), recursive);
    }

    public void change(int mount, MountAttributes attributes, boolean recursive) {
        int flags = AT_EMPTY_PATH | (recursive ? AT_RECURSIVE : 0);
        Patience.whileBusy(() -> calls.mountSetattr(mount, "", flags, attributes.set(), attributes.clear(), 0));
    }

    /** Gives the mount at a path, and all below it, another propagation type. */
    public void propagate(String path, PropagationType type) {
        type.words().forEach(word -> propagate(AT_FDCWD, path, AT_RECURSIVE, word));
    }

    /** Gives an attached mount another propagation type. */
    public void propagate(int mount, PropagationType type, boolean recursive) {
        int flags = AT_EMPTY_PATH | (recursive ? AT_RECURSIVE : 0);
        type.words().forEach(word -> propagate(mount, "", flags, word));
    }

    private void propagate(int directory, String path, int flags, String word) {
        long type = switch (word) {
            case "private" -> MS_PRIVATE;
            case "slave" -> MS_SLAVE;
            case "shared" -> MS_SHARED;
            case "unbindable" -> MS_UNBINDABLE;
            default -> throw new IllegalArgumentException("no propagation type: " + word);
        };
        Patience.whileBusy(() -> calls.mountSetattr(directory, path, flags, 0, 0, type));
    }

    /** What is mounted at a path; whoever has a file open there for writing goes on. */
    public void makeReadOnly(String path) {
        Patience.whileBusy(() -> calls.mountSetattr(AT_FDCWD, path, 0, MOUNT_ATTR_RDONLY, 0, 0));
    }

    public void detach(String path) {
        Patience.whileBusy(() -> calls.umount2(path, MNT_DETACH));
    }

    public FileStatus rootOf(int mount) {
        return calls.statx(mount, "", AT_EMPTY_PATH);
    }
}

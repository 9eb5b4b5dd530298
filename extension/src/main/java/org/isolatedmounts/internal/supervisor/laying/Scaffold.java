package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_EMPTY_PATH;
import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.AT_NO_AUTOMOUNT;
import static org.isolatedmounts.internal.linux.Flags.AT_REMOVEDIR;
import static org.isolatedmounts.internal.linux.Flags.AT_SYMLINK_NOFOLLOW;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_CREAT;
import static org.isolatedmounts.internal.linux.Flags.O_EXCL;
import static org.isolatedmounts.internal.linux.Flags.O_RDONLY;
import static org.isolatedmounts.internal.linux.Flags.O_WRONLY;
import static org.isolatedmounts.internal.linux.Flags.W_OK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.linux.DirectoryEntry;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.FileSystemStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.command.Operation;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;
import org.isolatedmounts.internal.supervisor.laying.mount.Descriptors;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;
import org.isolatedmounts.internal.supervisor.laying.mount.Ownership;

/**
 * Covers a directory of the host by a tmpfs that has the same entries, so that one more can be made in it: directories
 * and files are bound back, symbolic links made anew.
 */
final class Scaffold {

    private static final int WRITE_PERMISSIONS = 0222;

    private final SystemCalls calls;
    private final Mounts mounts;
    private final OwnMounts own;
    private final Seals seals;
    private final Descriptors open;

    Scaffold(SystemCalls calls, Mounts mounts, OwnMounts own, Seals seals, Descriptors open) {
        this.calls = calls;
        this.mounts = mounts;
        this.own = own;
        this.seals = seals;
        this.open = open;
    }

    /** Returns the tmpfs. */
    int cover(String directory, FileStatus covered) {
        // an ordinary user owns what is made here, whoever owns the original
        int mode = isWriteRefused(directory) ? covered.permissions() & ~WRITE_PERMISSIONS : covered.permissions();
        int original = open.keep(calls.openat(AT_FDCWD, directory, O_RDONLY | O_CLOEXEC, 0));
        FileSystemStatus status = calls.fstatfs(original);
        List<String> options = new ArrayList<>(List.of("nosuid", "nodev"));
        options.addAll(status.options());
        int scaffold = open.keep(mounts.make(
                new Tree.FileSystem("tmpfs", Mounts.OWN, Map.of("mode", Integer.toOctalString(mode))), options));
        FileStatus root = mounts.rootOf(scaffold);
        own.addScaffold(scaffold, root);
        mounts.log().covered(scaffold, directory, root);
        keepOwner(scaffold, "", covered, root, AT_EMPTY_PATH);
        mounts.attach(scaffold, directory);
        if (status.readOnly()) {
            seals.add(scaffold, directory);
        }
        for (DirectoryEntry entry : calls.getdents(original)) {
            takeOver(entry, original, scaffold, root);
        }
        own.declaredBelow(directory).forEach((mountPoint, mount) -> moveUp(mountPoint, mount, scaffold));
        return scaffold;
    }

    /**
     * Takes an entry out of a scaffold. What it shows stays as it is: a bind mount is detached before its mount point, which is
     * empty, is removed.
     */
    void leaveOut(String directory, String name) {
        String path = ResolvedPath.child(directory, name);
        FileStatus around = calls.statx(AT_FDCWD, directory, 0);
        FileStatus entry = calls.statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
        if (entry.mountId() != around.mountId()) {
            mounts.detach(path);
            entry = calls.statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
        }
        if (!own.isScaffold(around) || entry.mountId() != around.mountId()) {
            throw new IllegalStateException(path + " is no entry of a scaffold");
        }
        calls.unlinkat(AT_FDCWD, path, entry.isDirectory() ? AT_REMOVEDIR : 0);
        mounts.log().leftOut(own.scaffoldOf(around), name);
    }

    /** A declared mount stands where its copy does now: what is still done to it is seen, and it is there once. */
    private void moveUp(String mountPoint, int mount, int scaffold) {
        mounts.detach(mountPoint);
        mounts.attach(mount, mountPoint);
        mounts.log().movedUp(scaffold, mountPoint);
    }

    private void takeOver(DirectoryEntry entry, int original, int scaffold, FileStatus root) {
        try {
            switch (entry.kind()) {
                case SYMBOLIC_LINK -> remake(entry.name(), original, scaffold, root);
                case DIRECTORY -> bindDirectory(entry.name(), original, scaffold);
                case OTHER -> bindFile(entry.name(), original, scaffold);
                case UNKNOWN -> takeOver(withKind(entry, original), original, scaffold, root);
            }
        } catch (SystemCallException e) {
            boolean deletedMeanwhile = e.is(Errno.ENOENT) && e.isOf("open_tree", "readlinkat", "statx");
            if (!deletedMeanwhile) {
                throw e;
            }
        }
    }

    private void remake(String name, int original, int scaffold, FileStatus root) {
        FileStatus link = calls.statx(original, name, AT_SYMLINK_NOFOLLOW);
        String target = calls.readlinkat(original, name);
        calls.symlinkat(target, scaffold, name);
        mounts.log().tookOver(scaffold, new Operation.Entry(name, false, target));
        keepOwner(scaffold, name, link, root, AT_SYMLINK_NOFOLLOW);
    }

    private void bindDirectory(String name, int original, int scaffold) {
        bind(name, original, scaffold, () -> calls.mkdirat(scaffold, name, 0755));
        mounts.log().tookOver(scaffold, new Operation.Entry(name, true, null));
    }

    private void bindFile(String name, int original, int scaffold) {
        bind(name, original, scaffold, () -> {
            calls.close(calls.openat(scaffold, name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644));
        });
        mounts.log().tookOver(scaffold, new Operation.Entry(name, false, null));
    }

    private void bind(String name, int original, int scaffold, Runnable makeMountPoint) {
        int copy = mounts.copyEntry(original, name);
        try {
            makeMountPoint.run();
            mounts.attach(copy, scaffold, name);
        } finally {
            calls.close(copy);
        }
    }

    private DirectoryEntry withKind(DirectoryEntry entry, int original) {
        FileStatus status = calls.statx(original, entry.name(), AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
        DirectoryEntry.Kind kind = status.isDirectory()
                ? DirectoryEntry.Kind.DIRECTORY
                : status.isSymbolicLink() ? DirectoryEntry.Kind.SYMBOLIC_LINK : DirectoryEntry.Kind.OTHER;
        return new DirectoryEntry(entry.name(), kind);
    }

    private void keepOwner(int scaffold, String path, FileStatus owned, FileStatus made, int flags) {
        Ownership.keep(calls, scaffold, path, owned, made, flags)
                .ifPresent(owner -> mounts.log().gaveTo(scaffold, owner));
    }

    private boolean isWriteRefused(String directory) {
        try {
            calls.faccessat(AT_FDCWD, directory, W_OK);
            return false;
        } catch (SystemCallException e) {
            return e.is(Errno.EACCES);
        }
    }
}

package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_EMPTY_PATH;
import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.AT_NO_AUTOMOUNT;
import static org.isolatedmounts.internal.linux.Flags.AT_REMOVEDIR;
import static org.isolatedmounts.internal.linux.Flags.AT_SYMLINK_NOFOLLOW;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_RDONLY;

import org.isolatedmounts.internal.linux.DirectoryEntry;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;

/** Removes files from a file system that was made for the test, and from no other: each directory is looked at before. */
final class Removal {

    private final SystemCalls calls;
    private final Mounts mounts;
    private final OwnMounts own;

    Removal(SystemCalls calls, Mounts mounts, OwnMounts own) {
        this.calls = calls;
        this.mounts = mounts;
        this.own = own;
    }

    /** @param path of a directory, without symbolic links */
    void remove(String path, String name) {
        int directory = calls.openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
        try {
            FileStatus status = calls.statx(directory, "", AT_EMPTY_PATH);
            removeEntry(directory, name);
            mounts.log().removed(own.mountOf(status), ResolvedPath.child(path, name));
        } finally {
            calls.close(directory);
        }
    }

    private void removeEntry(int directory, String name) {
        FileStatus entry = calls.statx(directory, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
        if (!own.isChangeable(entry)) {
            throw new IllegalStateException(name + " is not in a file system of the layout's own");
        }
        if (!entry.isDirectory()) {
            calls.unlinkat(directory, name, 0);
            return;
        }
        int opened = calls.openat(directory, name, O_RDONLY | O_CLOEXEC, 0);
        try {
            for (DirectoryEntry inner : calls.getdents(opened)) {
                removeEntry(opened, inner.name());
            }
        } finally {
            calls.close(opened);
        }
        calls.unlinkat(directory, name, AT_REMOVEDIR);
    }
}

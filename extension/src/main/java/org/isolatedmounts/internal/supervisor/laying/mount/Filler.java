package org.isolatedmounts.internal.supervisor.laying.mount;

import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_CREAT;
import static org.isolatedmounts.internal.linux.Flags.O_EXCL;
import static org.isolatedmounts.internal.linux.Flags.O_RDONLY;
import static org.isolatedmounts.internal.linux.Flags.O_RDWR;

import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.FileSystemStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;

/**
 * Takes the room of a file system that a test is not to have, with a file that has no name. It lives as long as its
 * descriptor, which is none to write with: the mount may become read-only.
 */
public final class Filler {

    private static final String NAME = ".isolated-mounts";

    private Filler() {}

    /**
     * Fills a mount that is attached nowhere yet.
     *
     * @param free how many bytes to leave; if there are no more, nothing is taken
     * @param open keeps the file
     * @return how many bytes it has taken
     */
    public static long fill(SystemCalls calls, int mount, long free, Descriptors open) {
        if (room(calls, mount, free) <= 0) {
            return 0;
        }
        int file = calls.openat(mount, NAME, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        try {
            long taken = take(calls, mount, free, file);
            open.keep(calls.openat(mount, NAME, O_RDONLY | O_CLOEXEC, 0));
            return taken;
        } finally {
            calls.close(file);
            calls.unlinkat(mount, NAME, 0);
        }
    }

    /** In smaller and smaller pieces, as a file system on a disk needs some of the room to note where the file is. */
    private static long take(SystemCalls calls, int mount, long free, int file) {
        long taken = 0;
        long piece = room(calls, mount, free);
        while (piece > 0) {
            try {
                calls.fallocate(file, taken, piece);
                taken += piece;
                piece = Math.min(piece, room(calls, mount, free));
            } catch (SystemCallException e) {
                if (!e.is(Errno.ENOSPC)) {
                    throw e;
                }
                piece = Math.min(piece / 2, room(calls, mount, free));
            }
        }
        return taken;
    }

    /** If nothing is to be left, what is reserved for root or for the file system counts, too, until it is refused. */
    private static long room(SystemCalls calls, int mount, long free) {
        FileSystemStatus status = calls.fstatfs(mount);
        return free == 0 ? status.free() : status.available() - free;
    }
}

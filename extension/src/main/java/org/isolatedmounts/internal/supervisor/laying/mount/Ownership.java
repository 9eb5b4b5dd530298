package org.isolatedmounts.internal.supervisor.laying.mount;

import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.supervisor.command.Operation.Owner;

/** Gives what was made here the owner of what it stands for. */
public final class Ownership {

    private static final int KEEP = -1;

    private Ownership() {}

    /** Gives a file to whom the parameters {@code uid} and {@code gid} of a file system name, if they do. */
    public static void give(SystemCalls calls, int directory, String path, Map<String, String> owner, int flags) {
        if (!owner.isEmpty()) {
            calls.fchownat(directory, path, id(owner, "uid"), id(owner, "gid"), flags);
        }
    }

    private static int id(Map<String, String> owner, String name) {
        return owner.containsKey(name) ? (int) Long.parseLong(owner.get(name)) : KEEP;
    }

    /**
     * As far as that can be: an ordinary user's namespace has no other users, and perhaps not the group.
     *
     * @param path of what was made, in a directory
     * @return whom it was given to, if not everything was so already
     */
    public static Optional<Owner> keep(
            SystemCalls calls, int directory, String path, FileStatus owned, FileStatus made, int flags) {
        if (owned.user() == made.user() && owned.group() == made.group()) {
            return Optional.empty();
        }
        return change(calls, directory, new Owner(path, owned.user(), owned.group()), flags)
                .or(() -> change(calls, directory, new Owner(path, owned.user(), KEEP), flags));
    }

    private static Optional<Owner> change(SystemCalls calls, int directory, Owner owner, int flags) {
        try {
            calls.fchownat(directory, owner.name(), owner.user(), owner.group(), flags);
            return Optional.of(owner);
        } catch (SystemCallException e) {
            if (e.is(Errno.EINVAL, Errno.EPERM, Errno.EOVERFLOW)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

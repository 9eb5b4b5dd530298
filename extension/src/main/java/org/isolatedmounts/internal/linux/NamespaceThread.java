package org.isolatedmounts.internal.linux;

import static org.isolatedmounts.internal.linux.Flags.CLONE_FS;
import static org.isolatedmounts.internal.linux.Flags.CLONE_NEWNS;

/** Moves the calling thread, and no other one of its process, into a mount namespace. It should end there. */
public final class NamespaceThread {

    private static final String OWN_NAMESPACE = "thread-self/ns/mnt";

    private NamespaceThread() {}

    /**
     * Which namespace the calling thread is in.
     *
     * @param procfs a file descriptor of a procfs in which this process finds itself; in another namespace the path
     *     {@code /proc} may lead elsewhere
     */
    public static FileStatus current(SystemCalls calls, int procfs) {
        return calls.statx(procfs, OWN_NAMESPACE, 0);
    }

    /**
     * Enters.
     *
     * @param namespace a file descriptor of the namespace's file
     * @param identity of that file
     * @return whether the thread is there now; nothing may be done before that is known
     */
    public static boolean enter(SystemCalls calls, int namespace, FileStatus identity, int procfs) {
        calls.unshare(CLONE_FS);
        calls.setns(namespace, CLONE_NEWNS);
        return identity.isSameFileAs(current(calls, procfs));
    }
}

package org.isolatedmounts.internal.supervisor.laying;

import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.supervisor.laying.mount.Mounts;
import org.isolatedmounts.internal.supervisor.laying.mount.Patience;

/**
 * Makes a scaffold of {@code /} the root directory: what covers {@code /} is not seen by anybody whose root directory is
 * below it. pivot_root(2) takes along the processes of the namespace whose root or working directory is the old root, and
 * no others.
 */
final class NewRoot {

    private NewRoot() {}

    static void enter(SystemCalls calls, Mounts mounts, int scaffold) {
        calls.fchdir(scaffold);
        Patience.whileBusy(() -> calls.pivotRoot(".", "."));
        mounts.detach(".");
        mounts.log().replacedRoot();
    }
}

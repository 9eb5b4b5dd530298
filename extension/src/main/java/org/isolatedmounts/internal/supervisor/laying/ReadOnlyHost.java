package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.AT_RECURSIVE;
import static org.isolatedmounts.internal.linux.Flags.CLONE_FS;
import static org.isolatedmounts.internal.linux.Flags.CLONE_NEWNS;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_NODEV;
import static org.isolatedmounts.internal.linux.Flags.MOUNT_ATTR_RDONLY;
import static org.isolatedmounts.internal.linux.Flags.MS_PRIVATE;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.MountPlan;

/**
 * A mount namespace in which nothing of the host can be written, neither files nor devices, whatever a program is told to do: its
 * options are the user's. It is that of a thread, which ends with the task; the programs that the thread starts are in it, too.
 */
final class ReadOnlyHost {

    /** What is done inside. */
    interface Task {
        void run() throws LayoutRefusedException;
    }

    private ReadOnlyHost() {}

    static void inside(SystemCalls calls, MountPlan plan, Task task) throws LayoutRefusedException {
        FutureTask<Void> future = new FutureTask<>(() -> {
            calls.unshare(CLONE_FS | CLONE_NEWNS);
            calls.mountSetattr(AT_FDCWD, "/", AT_RECURSIVE, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NODEV, 0, MS_PRIVATE);
            task.run();
            return null;
        });
        Thread thread = new Thread(future, "isolated-mounts making " + plan.mountPoint());
        thread.start();
        try {
            future.get();
            thread.join();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LayoutRefusedException refused) {
                throw refused;
            }
            if (e.getCause() instanceof SystemCallException failed) {
                throw failed;
            }
            throw new IllegalStateException("making a disk broke down: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of a fork", e);
        }
    }
}

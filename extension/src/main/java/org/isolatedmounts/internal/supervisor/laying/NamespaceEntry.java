package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_PATH;
import static org.isolatedmounts.internal.linux.Flags.O_RDONLY;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.NamespaceThread;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.supervisor.laying.mount.Descriptors;

/**
 * Enters the mount namespace of a process, and its root directory, on a thread of its own that ends with the task: a
 * thread that lives on, or spawns processes, would carry the namespace along.
 *
 * <p>Nothing is done there before it is proven that the namespace is not the supervisor's own and that the thread is in it.
 */
final class NamespaceEntry {

    /** What is done inside. */
    interface Task<T> {
        T run(Entered namespace) throws LayoutRefusedException;
    }

    private static final int CHUNK = 1 << 16;

    private final SystemCalls calls;
    private final String processDirectory;

    /** @param processDirectory {@code /proc/<pid>}, in a procfs in which the supervisor finds itself too */
    NamespaceEntry(SystemCalls calls, String processDirectory) {
        this.calls = calls;
        this.processDirectory = processDirectory;
    }

    <T> T inside(Task<T> task) throws LayoutRefusedException {
        FutureTask<T> future = new FutureTask<>(() -> enterAndRun(task));
        Thread thread = new Thread(future, "isolated-mounts laying " + processDirectory);
        thread.start();
        joinUninterruptibly(thread);
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the thread has ended, there was nothing to wait for", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LayoutRefusedException refused) {
                throw refused;
            }
            if (e.getCause() instanceof SystemCallException failed) {
                throw new LayoutRefusedException("in the mount namespace of the fork", failed);
            }
            throw new IllegalStateException("laying the mounts broke down: " + e.getCause(), e.getCause());
        }
    }

    private <T> T enterAndRun(Task<T> task) throws LayoutRefusedException {
        try (Descriptors open = new Descriptors(calls)) {
            int process = open.keep(calls.openat(AT_FDCWD, processDirectory, O_PATH | O_CLOEXEC, 0));
            int processes = open.keep(calls.openat(process, "..", O_PATH | O_CLOEXEC, 0));
            int root = open.keep(calls.openat(process, "root", O_PATH | O_CLOEXEC, 0));
            int target = open.keep(calls.openat(process, "ns/mnt", O_RDONLY | O_CLOEXEC, 0));
            FileStatus identity = calls.statx(process, "ns/mnt", 0);
            if (identity.isSameFileAs(NamespaceThread.current(calls, processes))) {
                throw new LayoutRefusedException("The process " + processDirectory + " is in the supervisor's own mount"
                        + " namespace, " + Entered.name(identity) + "; nothing was mounted.");
            }
            if (!NamespaceThread.enter(calls, target, identity, processes)) {
                throw new LayoutRefusedException("setns(2) did not lead into the mount namespace of " + processDirectory
                        + ", " + Entered.name(identity) + "; nothing was mounted.");
            }
            // setns(2) leads to the root of the namespace; in a chroot the fork has another one
            calls.fchdir(root);
            calls.chroot(".");
            calls.umask(0);
            return task.run(new Entered(calls, process, Entered.name(identity)));
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A namespace as a process in it sees it.
     *
     * @param namespace as namespaces(7) writes it: {@code mnt:[4026531841]}
     * @param mountInfo the text of its mountinfo file
     */
    record Seen(String namespace, String mountInfo) {}

    /** The namespace that the thread is in; {@code process} is a file descriptor of its directory in procfs. */
    record Entered(SystemCalls calls, int process, String name) {

        private static String name(FileStatus identity) {
            return "mnt:[" + identity.inode() + "]";
        }

        /** The path {@code /proc} leads elsewhere by now, hence the descriptor. */
        Seen look() {
            return new Seen(name, mountInfo());
        }

        private String mountInfo() {
            int file = calls.openat(process, "mountinfo", O_RDONLY | O_CLOEXEC, 0);
            try {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                byte[] chunk;
                do {
                    chunk = calls.read(file, CHUNK);
                    text.writeBytes(chunk);
                } while (chunk.length > 0);
                return text.toString(StandardCharsets.UTF_8);
            } finally {
                calls.close(file);
            }
        }
    }
}

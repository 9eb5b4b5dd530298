package org.isolatedmounts.namespace;

import static org.isolatedmounts.internal.linux.Flags.AT_EMPTY_PATH;
import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_PATH;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.NamespaceThread;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.jspecify.annotations.Nullable;

/** Runs a task on a thread of this process that has entered a namespace and ends with the task. */
final class ThreadCall {

    private final NamespaceFile namespace;
    private final SystemCalls calls;

    ThreadCall(NamespaceFile namespace) throws NamespaceException {
        this.namespace = namespace;
        this.calls = NativeCalls.get();
    }

    <T extends @Nullable Object> T call(Callable<T> task) throws IOException, InterruptedException, ExecutionException {
        FutureTask<T> future = new FutureTask<>(() -> {
            enter();
            return task.call();
        });
        Thread thread = new Thread(future, "thread in " + namespace.id());
        thread.setDaemon(true);
        thread.start();
        try {
            return future.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotEntered failure) {
                throw failure.reason;
            }
            throw e;
        }
    }

    private void enter() {
        try {
            int procfs = calls.openat(AT_FDCWD, "/proc", O_PATH | O_CLOEXEC, 0);
            try {
                var identity = calls.statx(namespace.descriptor(), "", AT_EMPTY_PATH);
                if (!NamespaceThread.enter(calls, namespace.descriptor(), identity, procfs)) {
                    throw new NotEntered(new NamespaceException("setns(2) did not lead into " + namespace.id() + "."));
                }
            } finally {
                calls.close(procfs);
            }
        } catch (SystemCallException e) {
            String hint = e.is(Errno.EPERM)
                    ? ". A thread needs CAP_SYS_ADMIN and CAP_SYS_CHROOT, and cannot enter a user namespace to have them:"
                            + " that is for processes with a single thread. Fix: run as root, or call the task in a JVM"
                            + " of its own, MountNamespace.call()."
                    : "";
            throw new NotEntered(new NamespaceException(
                    "Cannot enter " + namespace.id() + " on a thread: " + e.getMessage() + hint, e));
        }
    }

    /** Not to be mistaken for what the task throws. */
    private static final class NotEntered extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final NamespaceException reason;

        NotEntered(NamespaceException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}

package org.isolatedmounts.namespace;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Lets the caller be interrupted while it waits for a process: reading from a pipe cannot be. */
final class Attendance {

    private Attendance() {}

    static <T> T await(Callable<T> exchange) throws IOException, InterruptedException {
        FutureTask<T> future = new FutureTask<>(exchange);
        Thread thread = new Thread(future, "isolated-mounts: talks to a process in a namespace");
        thread.setDaemon(true);
        thread.start();
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

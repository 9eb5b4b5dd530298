package org.isolatedmounts.internal.launch.supervisor;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.isolatedmounts.internal.availability.machine.ThisMachine;
import org.isolatedmounts.internal.doctor.Doctor;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The one supervisor of this JVM. It is started by a thread of its own when it is needed first, and anew when it has ended; a
 * machine on which it does not start is not asked again.
 */
public final class SupervisorHolder {

    private static final long CLOSE_SECONDS = 5;

    private @Nullable CompletableFuture<Supervisor> current;

    /** Waits until it has been started. */
    public Supervisor get() throws InterruptedException {
        try {
            return current().get();
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        }
    }

    /** One for each test: it gets its own report. */
    private static RuntimeException failure(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof IsolationUnavailableException) {
            return new IsolationUnavailableException(message);
        }
        return new ForkFailedException(cause instanceof SupervisorFailedException ? message : cause.toString());
    }

    private synchronized CompletableFuture<Supervisor> current() {
        if (current == null || hasEnded(current)) {
            CompletableFuture<Supervisor> starting = new CompletableFuture<>();
            DaemonThread.start("isolated-mounts: start of the supervisor", () -> start(starting));
            current = starting;
        }
        return current;
    }

    private static boolean hasEnded(CompletableFuture<Supervisor> supervisor) {
        return supervisor.isDone()
                && !supervisor.isCompletedExceptionally()
                && !supervisor.join().isAlive();
    }

    private static void start(CompletableFuture<Supervisor> starting) {
        try {
            starting.complete(startTwice());
        } catch (SupervisorFailedException | InterruptedException | RuntimeException | Error e) {
            starting.completeExceptionally(e);
        }
    }

    /** What fails once may have been killed by somebody. */
    private static Supervisor startTwice() throws SupervisorFailedException, InterruptedException {
        try {
            return Supervisor.start();
        } catch (SupervisorFailedException e) {
            return startOrExplain();
        }
    }

    private static Supervisor startOrExplain() throws SupervisorFailedException, InterruptedException {
        try {
            return Supervisor.start();
        } catch (SupervisorFailedException e) {
            Optional<String> explanation = Doctor.explainUnavailability(new ThisMachine());
            if (explanation.isPresent()) {
                throw new IsolationUnavailableException(explanation.get() + "\n(" + e.getMessage() + ")");
            }
            throw e;
        }
    }

    public void close() {
        CompletableFuture<Void> stopped = forget().thenAccept(Supervisor::stop);
        try {
            stopped.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // there is none, or it is stopped as soon as it has started
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CompletableFuture<Supervisor> forget() {
        CompletableFuture<Supervisor> last = current;
        current = null;
        return last == null ? CompletableFuture.failedFuture(new IllegalStateException("there is none")) : last;
    }
}

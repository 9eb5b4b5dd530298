package org.isolatedmounts.internal.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.isolatedmounts.internal.availability.ThisMachine;
import org.isolatedmounts.internal.doctor.Doctor;
import org.isolatedmounts.internal.plan.ForkRequest;
import org.isolatedmounts.internal.plan.TestRun;
import org.jspecify.annotations.Nullable;

/** Opens forks, at most as many at once as configured, on the one supervisor of this JVM. */
public final class Forks {

    private static final Forks INSTANCE = new Forks();

    /** A supervisor that died between two tests is replaced: neither of them is to blame. */
    private static final int ATTEMPTS = 2;

    private final AtomicLong lastForkId = new AtomicLong();
    private int sessions;
    private @Nullable Semaphore permits;
    private @Nullable Supervisor supervisor;
    private @Nullable String unavailable;

    private Forks() {}

    public static Forks instance() {
        return INSTANCE;
    }

    /**
     * Starts a fork as soon as there is room for one more.
     *
     * @throws IsolationUnavailableException if this machine does not allow it
     */
    public ForkSession open(ForkOrder order) throws InterruptedException {
        ForkRequest request = request(lastForkId.incrementAndGet(), order);
        Semaphore room = permits(order.settings().forks());
        room.acquire();
        boolean started = false;
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Supervisor current = supervisor();
                ForkSession session = session(order.settings(), current.control(request.forkId()), room::release);
                // from here on the session gives the permit back, when it ends
                started = true;
                if (current.fork(request, session)) {
                    return session;
                }
                started = false;
            }
            throw new ForkFailedException("@IsolatedMounts: the supervisor of isolated-mounts ended " + ATTEMPTS
                    + " times before a fork could be ordered from it.");
        } finally {
            if (!started) {
                room.release();
            }
        }
    }

    private static ForkSession session(Settings settings, ForkSession.Control control, Runnable onExit) {
        boolean debugged = settings.debugPort().isPresent();
        return new ForkSession(
                debugged || Debugger.isOfHost() ? Deadline.never() : Deadline.in(settings.timeout()),
                debugged ? new DebuggerLine() : event -> false,
                control,
                onExit);
    }

    private static ForkRequest request(long forkId, ForkOrder order) {
        List<Path> classPath = ForkClassPath.build(order.testClass());
        List<String> jvmOptions = new ArrayList<>(JvmOptions.build(order.testClass()));
        jvmOptions.addAll(Debugger.options(order.settings().debugPort()));
        return new ForkRequest(
                forkId,
                ForkCommandLine.build(jvmOptions, classPath),
                order.layout(),
                ForkCommandLine.keptPaths(jvmOptions, classPath),
                new TestRun(order.uniqueIds(), order.configurationParameters(), ForkCommandLine.systemProperties()));
    }

    private synchronized Semaphore permits(int forks) {
        if (permits == null) {
            permits = new Semaphore(forks, true);
        }
        return permits;
    }

    private synchronized Supervisor supervisor() throws InterruptedException {
        if (unavailable != null) {
            throw new IsolationUnavailableException(unavailable);
        }
        if (supervisor == null || !supervisor.isAlive()) {
            supervisor = startSupervisor();
        }
        return supervisor;
    }

    private Supervisor startSupervisor() throws InterruptedException {
        try {
            return Supervisor.start();
        } catch (SupervisorFailedException e) {
            String what = String.valueOf(e.getMessage());
            unavailable = Doctor.explainUnavailability(new ThisMachine())
                    .map(explanation -> explanation + "\n(" + what + ")")
                    .orElse(null);
            throw unavailable == null ? new ForkFailedException(what) : new IsolationUnavailableException(unavailable);
        }
    }

    /** A launcher session begins; the supervisor lives until the last one ends. */
    public synchronized void sessionOpened() {
        sessions++;
    }

    /** Whether it was the last one. */
    public synchronized boolean sessionClosed() {
        sessions--;
        if (sessions == 0) {
            if (supervisor != null) {
                supervisor.stop();
            }
            supervisor = null;
            unavailable = null;
            permits = null;
        }
        return sessions == 0;
    }
}

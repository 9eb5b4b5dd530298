package org.isolatedmounts.internal.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.isolatedmounts.internal.launch.jvm.Debugger;
import org.isolatedmounts.internal.launch.jvm.ForkClassPath;
import org.isolatedmounts.internal.launch.jvm.ForkCommandLine;
import org.isolatedmounts.internal.launch.jvm.JvmOptions;
import org.isolatedmounts.internal.launch.session.Deadline;
import org.isolatedmounts.internal.launch.session.DebuggerLine;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.isolatedmounts.internal.launch.session.ForkSession;
import org.isolatedmounts.internal.launch.session.ForkWatch;
import org.isolatedmounts.internal.launch.session.HostTimer;
import org.isolatedmounts.internal.launch.session.Permits;
import org.isolatedmounts.internal.launch.supervisor.IsolationUnavailableException;
import org.isolatedmounts.internal.launch.supervisor.Supervisor;
import org.isolatedmounts.internal.launch.supervisor.SupervisorHolder;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.SupervisorCommand.StartFork;
import org.isolatedmounts.internal.plan.task.ForkTask;
import org.isolatedmounts.internal.plan.task.TestRun;

/** Opens forks on the one supervisor of this JVM, as many at once as the request allows that they belong to. */
public final class Forks {

    private static final Forks INSTANCE = new Forks();

    /** A supervisor that died between two tests is replaced: neither of them is to blame. */
    private static final int ATTEMPTS = 2;

    private final AtomicLong lastForkId = new AtomicLong();
    private final SupervisorHolder supervisor = new SupervisorHolder();
    private int sessions;

    private Forks() {}

    public static Forks instance() {
        return INSTANCE;
    }

    /** What starts a fork that does something with the class path of a test class under a layout. */
    public StartFork request(
            Class<?> testClass,
            LayoutPlan layout,
            ForkTask task,
            Map<String, String> configurationParameters,
            Settings settings) {
        List<Path> classPath = ForkClassPath.build(testClass);
        List<String> jvmOptions = new ArrayList<>(JvmOptions.build(testClass));
        jvmOptions.addAll(Debugger.options(settings.debugPort()));
        return new StartFork(
                lastForkId.incrementAndGet(),
                ForkCommandLine.build(jvmOptions, classPath),
                layout,
                ForkCommandLine.keptPaths(jvmOptions, classPath),
                new TestRun(task, configurationParameters, ForkCommandLine.systemProperties()));
    }

    /**
     * Starts a fork as soon as there is room for one more.
     *
     * @param limits of the request to which the fork belongs
     * @throws IsolationUnavailableException if this machine does not allow it
     */
    public ForkSession open(StartFork request, Settings settings, ForkLimits limits) throws InterruptedException {
        Permits.Permit permit = limits.permits(settings).acquire();
        boolean started = false;
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Supervisor current = supervisor.get();
                ForkSession session = session(settings, current, request.forkId(), permit);
                if (current.fork(request, session, settings.cache())) {
                    session.begin();
                    // it ends the permit when the fork ends
                    started = true;
                    return session;
                }
            }
            throw new ForkFailedException("@IsolatedMounts: the supervisor of isolated-mounts ended " + ATTEMPTS
                    + " times before a fork could be ordered from it.");
        } finally {
            if (!started) {
                permit.end();
            }
        }
    }

    private static ForkSession session(Settings settings, Supervisor supervisor, long forkId, Permits.Permit permit) {
        boolean debugged = settings.debugPort().isPresent();
        HostTimer timer = supervisor.timer();
        Deadline deadline = debugged || Debugger.isOfHost()
                ? Deadline.never(timer::nanoTime)
                : Deadline.in(settings.timeout(), timer::nanoTime);
        return new ForkSession(
                new ForkWatch(permit, deadline, timer),
                debugged ? new DebuggerLine() : null,
                supervisor.control(forkId));
    }

    /** A launcher session begins; the supervisor lives until the last one ends. */
    public synchronized void sessionOpened() {
        sessions++;
    }

    /** Whether it was the last one. */
    public boolean sessionClosed() {
        boolean last = isLastClosed();
        if (last) {
            supervisor.close();
        }
        return last;
    }

    private synchronized boolean isLastClosed() {
        sessions--;
        return sessions == 0;
    }
}

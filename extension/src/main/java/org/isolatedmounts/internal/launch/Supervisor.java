package org.isolatedmounts.internal.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.isolatedmounts.internal.availability.Availability;
import org.isolatedmounts.internal.availability.ThisMachine;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkRequest;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.plan.SupervisorCommand;
import org.isolatedmounts.internal.wire.Frames;
import org.isolatedmounts.internal.wire.MalformedFrameException;

/** The running supervisor process, as the host JVM sees it. */
final class Supervisor {

    private static final Logger LOGGER = Logger.getLogger("org.isolatedmounts");
    private static final long START_SECONDS = 30;
    private static final long STOP_SECONDS = 5;

    /** After so many forks more are likely to come, and the archive likely to save more time than it takes. */
    private static final int FORKS_BEFORE_REHEARSAL = 2;

    private final Process process;
    private final OutputTail errors = new OutputTail();
    private final Thread errorReader = daemon("isolated-mounts: supervisor's errors", this::readErrors);
    private final OutputStream commands;
    private final CompletableFuture<ForkEvent.SupervisorReady> ready = new CompletableFuture<>();
    private final AtomicInteger forks = new AtomicInteger();
    private final Map<Long, ForkSession> sessions = new ConcurrentHashMap<>();
    private volatile boolean ended;

    private Supervisor(Process process) {
        this.process = process;
        this.commands = process.getOutputStream();
    }

    /**
     * Starts the process and waits until it can take orders.
     *
     * @throws SupervisorFailedException with whatever the process had to say
     */
    static Supervisor start() throws SupervisorFailedException, InterruptedException {
        Supervisor supervisor = new Supervisor(startProcess());
        supervisor.errorReader.start();
        daemon("isolated-mounts: supervisor's events", supervisor::readEvents).start();
        daemon("isolated-mounts: supervisor's end", supervisor::closeCommandsWhenEnded)
                .start();
        try {
            if (!supervisor.ready.get(START_SECONDS, TimeUnit.SECONDS).ownProc()) {
                Availability.procWarning(new ThisMachine()).ifPresent(LOGGER::warning);
            }
            return supervisor;
        } catch (ExecutionException e) {
            throw new SupervisorFailedException(
                    "The supervisor of isolated-mounts ended while it started: " + supervisor.describeEnd());
        } catch (TimeoutException e) {
            supervisor.stop();
            throw new SupervisorFailedException("The supervisor of isolated-mounts was not ready within "
                    + START_SECONDS + " s: " + supervisor.describeEnd());
        } catch (InterruptedException e) {
            supervisor.process.destroyForcibly();
            throw e;
        }
    }

    private static Process startProcess() throws SupervisorFailedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(SupervisorCommandLine.build());
            // the fork gets these options from its command line; twice they would load agents twice
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
            return builder.start();
        } catch (IOException e) {
            throw new SupervisorFailedException(
                    "The supervisor of isolated-mounts could not be started: " + e.getMessage());
        }
    }

    private static Thread daemon(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        return thread;
    }

    boolean isAlive() {
        return process.isAlive() && !ended;
    }

    /** Orders a fork; false if this supervisor had ended before it could know of the order. */
    boolean fork(ForkRequest request, ForkSession session) {
        sessions.put(request.forkId(), session);
        if (forks.incrementAndGet() == FORKS_BEFORE_REHEARSAL) {
            SharedClasses.rehearsal().ifPresent(command -> send(new SupervisorCommand.Rehearse(command)));
        }
        boolean sent = isAlive() && send(new SupervisorCommand.Start(request));
        boolean refused = !sent && sessions.remove(request.forkId()) != null;
        if (!isAlive()) {
            loseSessions();
        }
        return !refused;
    }

    ForkSession.Control control(long forkId) {
        return new ForkSession.Control() {
            @Override
            public void kill(boolean threadDump) {
                send(new SupervisorCommand.Kill(forkId, threadDump));
            }

            @Override
            public void answer(ForkAnswer answer) {
                send(new SupervisorCommand.Answer(forkId, answer));
            }
        };
    }

    /** Ends the process, and with it, by the kernel's hand, every fork and every mount. */
    void stop() {
        closeCommands();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends a supervisor that its {@code unshare} has left behind: killed before its child had asked to be killed along
     * with it. The JDK closes this pipe too, but after those that are read from, and waits for whoever reads there: as
     * long as that child lives.
     */
    private void closeCommandsWhenEnded() {
        try {
            process.waitFor();
            closeCommands();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that waits for a supervisor", e);
        }
    }

    private void closeCommands() {
        try {
            commands.close();
        } catch (IOException e) {
            // the other end is gone already
        }
    }

    private synchronized boolean send(SupervisorCommand command) {
        try {
            Frames.write(commands, Frames.NO_FORK, PlanCodec.encode(command));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void readErrors() {
        byte[] buffer = new byte[1 << 12];
        try (InputStream in = process.getErrorStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                errors.append(buffer, length);
            }
        } catch (IOException e) {
            errors.append(e.toString());
        }
    }

    private void readEvents() {
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            for (Frames.Frame frame = Frames.read(in); frame != null; frame = Frames.read(in)) {
                receive(frame);
            }
        } catch (IOException | RuntimeException e) {
            errors.append(e.toString());
        } finally {
            // before the sessions are lost: one that is opened meanwhile looks at it after it has registered
            ended = true;
            ready.completeExceptionally(new IOException("the pipe from the supervisor has ended"));
            loseSessions();
        }
    }

    private void receive(Frames.Frame frame) {
        try {
            dispatch(frame.forkId(), ForkEventCodec.decode(frame.content()));
        } catch (MalformedFrameException e) {
            if (frame.forkId() == Frames.NO_FORK) {
                throw e;
            }
            // the supervisor passes on what a fork tells without reading it
            dispatch(frame.forkId(), new ForkEvent.Broken(String.valueOf(e.getMessage())));
        }
    }

    private void dispatch(long forkId, ForkEvent event) {
        ForkSession session = sessions.get(forkId);
        if (event instanceof ForkEvent.SupervisorReady first) {
            ready.complete(first);
        } else if (session != null && event instanceof ForkEvent.Broken broken) {
            session.breakOff(broken.message());
        } else if (session != null) {
            session.offer(event);
            if (event instanceof ForkEvent.Exited) {
                sessions.remove(forkId);
            }
        }
    }

    private void loseSessions() {
        if (sessions.isEmpty()) {
            return;
        }
        String reason = "the supervisor of isolated-mounts ended: " + describeEnd();
        for (Long forkId : List.copyOf(sessions.keySet())) {
            ForkSession session = sessions.remove(forkId);
            if (session != null) {
                session.lose(reason);
            }
        }
    }

    private String describeEnd() {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                return "its process " + process.pid() + " still exists, and said: " + errors.text();
            }
            errorReader.join(TimeUnit.SECONDS.toMillis(1));
            ExitStatus end = ExitStatus.of(process.exitValue(), errors.text());
            return end.said().isEmpty() ? end.how() : end.how() + ", and said: " + end.said();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted while waiting for process " + process.pid();
        }
    }
}

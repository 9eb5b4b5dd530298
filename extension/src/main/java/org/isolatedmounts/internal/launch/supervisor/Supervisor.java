package org.isolatedmounts.internal.launch.supervisor;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.isolatedmounts.internal.availability.Availability;
import org.isolatedmounts.internal.availability.machine.ThisMachine;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.launch.jvm.ArchivedClasses;
import org.isolatedmounts.internal.launch.session.ForkSession;
import org.isolatedmounts.internal.launch.session.HostTimer;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.SupervisorCommand;
import org.isolatedmounts.internal.plan.SupervisorCommand.StartFork;
import org.isolatedmounts.internal.wire.Frames;
import org.isolatedmounts.internal.wire.MalformedFrameException;
import org.isolatedmounts.internal.wire.Window;

/** The running supervisor, as the host JVM sees it: takes orders, and tells each session of its fork. */
public final class Supervisor {

    private static final Logger LOGGER = Logger.getLogger("org.isolatedmounts");
    private static final long START_SECONDS = 30;

    /** After so many forks more are likely to come, and the archive likely to save more time than it takes. */
    private static final int FORKS_BEFORE_ARCHIVE = 2;

    private final SupervisorProcess process;
    private final CommandQueue commands;
    private final TimerThread timer = new TimerThread();
    private final Heartbeat heartbeat = new Heartbeat(() -> send(new SupervisorCommand.Ping()));
    private final CompletableFuture<ForkEvent.SupervisorReady> ready = new CompletableFuture<>();
    private final AtomicInteger forks = new AtomicInteger();
    private final AtomicBoolean archived = new AtomicBoolean();
    private final Map<Long, ForkSession> sessions = new ConcurrentHashMap<>();
    private volatile boolean ended;

    private Supervisor(SupervisorProcess process) {
        this.process = process;
        this.commands = CommandQueue.to(process.input());
    }

    /**
     * Starts the process and waits until it can take orders.
     *
     * @throws SupervisorFailedException with whatever the process had to say
     */
    static Supervisor start() throws SupervisorFailedException, InterruptedException {
        Supervisor supervisor = new Supervisor(SupervisorProcess.start());
        supervisor.process.whenEnded(supervisor.commands::close);
        DaemonThread.start("isolated-mounts: supervisor's events", supervisor::readEvents);
        try {
            if (!supervisor.ready.get(START_SECONDS, TimeUnit.SECONDS).ownProc()) {
                Availability.procWarning(new ThisMachine()).ifPresent(LOGGER::warning);
            }
            supervisor.timer.eachSecond(supervisor::tick);
            return supervisor;
        } catch (ExecutionException e) {
            throw new SupervisorFailedException(
                    "The supervisor of isolated-mounts ended while it started: " + supervisor.process.describeEnd());
        } catch (TimeoutException e) {
            supervisor.process.kill();
            throw new SupervisorFailedException("The supervisor of isolated-mounts was not ready within "
                    + START_SECONDS + " s: " + supervisor.process.describeEnd());
        }
    }

    boolean isAlive() {
        return process.isAlive() && !ended;
    }

    public HostTimer timer() {
        return timer;
    }

    /**
     * Orders a fork; false if this supervisor had ended before it could know of the order.
     *
     * @param cache the directory that keeps archives of classes for later runs, if any
     */
    public boolean fork(StartFork request, ForkSession session, Optional<Path> cache) {
        boolean archivePays = forks.incrementAndGet() >= FORKS_BEFORE_ARCHIVE || cache.isPresent();
        if (archivePays && archived.compareAndSet(false, true)) {
            ArchivedClasses.archiveCommand()
                    .ifPresent(command -> send(new SupervisorCommand.ArchiveClasses(
                            command,
                            cache.map(directory -> ArchivedClasses.cacheFile(directory, command))
                                    .orElse(null))));
        }
        sessions.put(request.forkId(), session);
        try {
            send(request);
        } catch (RuntimeException | Error e) {
            sessions.remove(request.forkId());
            throw e;
        }
        // who ends it says so before the sessions are lost, so one of the two sees the other
        return isAlive() || sessions.remove(request.forkId()) == null;
    }

    public ForkSession.Control control(long forkId) {
        return new ForkSession.Control() {
            @Override
            public void kill(boolean threadDump) {
                send(new SupervisorCommand.Kill(forkId, threadDump));
            }

            @Override
            public void answer(ForkAnswer answer) {
                send(new SupervisorCommand.Answer(forkId, answer));
            }

            @Override
            public void taken(long bytes) {
                send(new SupervisorCommand.Taken(forkId, bytes));
            }

            @Override
            public void killedInVain() {
                sessions.remove(forkId);
                if (heartbeat.isStuck()) {
                    giveUp("it did not kill a fork when it had to");
                }
            }
        };
    }

    private void send(SupervisorCommand command) {
        commands.add(command);
    }

    /** Ends the process, and with it, by the kernel's hand, every fork and every mount. */
    void stop() {
        commands.close();
        process.awaitEnd();
        timer.close();
    }

    private void tick() {
        if (sessions.isEmpty()) {
            heartbeat.rest();
        } else if (!heartbeat.tick()) {
            giveUp("it had told nothing for " + Heartbeat.TICKS + " s");
        }
    }

    /** It stands still; whoever needs a fork gets another one. */
    private void giveUp(String why) {
        end(() -> "the supervisor of isolated-mounts was given up: " + why);
        process.kill();
    }

    private void readEvents() {
        try (InputStream in = new BufferedInputStream(process.output(), 1 << 16)) {
            for (Frames.Frame frame = Frames.read(in); frame != null; frame = Frames.read(in)) {
                receive(frame);
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            process.note(e.toString());
        } finally {
            ready.completeExceptionally(new IOException("the pipe from the supervisor has ended"));
            end(() -> "the supervisor of isolated-mounts ended: " + process.describeEnd());
            // whatever it still does, nobody hears of it
            process.kill();
        }
    }

    private void receive(Frames.Frame frame) {
        heartbeat.heard();
        int cost = Window.cost(frame.content());
        try {
            dispatch(frame.forkId(), ForkEventCodec.decode(frame.content()), cost);
        } catch (MalformedFrameException e) {
            if (frame.forkId() == Frames.NO_FORK) {
                throw e;
            }
            // the supervisor passes on what a fork tells without reading it
            dispatch(frame.forkId(), new ForkEvent.Broken(String.valueOf(e.getMessage())), cost);
        }
    }

    private void dispatch(long forkId, ForkEvent event, int cost) {
        ForkSession session = sessions.get(forkId);
        if (event instanceof ForkEvent.SupervisorReady first) {
            ready.complete(first);
        } else if (event instanceof ForkEvent.Pong) {
            heartbeat.answered();
        } else if (forkId == Frames.NO_FORK && event instanceof ForkEvent.Warning warning) {
            LOGGER.warning(warning.message());
        } else if (session != null && event instanceof ForkEvent.Broken broken) {
            session.breakOff(broken.message());
        } else if (session != null) {
            session.offer(event, cost);
            if (event instanceof ForkEvent.Exited) {
                sessions.remove(forkId);
            }
        }
    }

    private void end(Supplier<String> reason) {
        ended = true;
        timer.close();
        if (sessions.isEmpty()) {
            return;
        }
        String told = reason.get();
        for (Long forkId : List.copyOf(sessions.keySet())) {
            ForkSession session = sessions.remove(forkId);
            if (session != null) {
                session.lose(told);
            }
        }
    }
}

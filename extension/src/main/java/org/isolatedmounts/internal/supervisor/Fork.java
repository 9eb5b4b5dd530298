package org.isolatedmounts.internal.supervisor;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.linux.Flags;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkRequest;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.plan.StreamMark;
import org.isolatedmounts.internal.wire.Frames;
import org.jspecify.annotations.Nullable;

/** One fork from its start to its end, on a thread of its own. */
final class Fork {

    private static final long DEATH_MILLIS = 250;

    /** Enough for a thread dump on a busy machine; the host waits longer than that. */
    private static final long DUMP_MILLIS = 1000;

    private final ForkRequest request;
    private final ForkStarter starter;
    private final Kernel kernel;
    private final HostLink host;
    private final ForkClock clock = new ForkClock();
    private final StreamMark mark = StreamMark.random();
    private final StreamOrder order = new StreamOrder();
    private @Nullable Process process;
    private @Nullable ForkFiles files;
    private volatile Optional<ForkExaminer> examiner = Optional.empty();
    private boolean killed;

    Fork(ForkRequest request, ForkStarter starter, Kernel kernel, HostLink host) {
        this.request = request;
        this.starter = starter;
        this.kernel = kernel;
        this.host = host;
    }

    /** Ends with {@link ForkEvent.Exited}, after everything else that there is to tell of the fork. */
    void run() {
        int status = 1;
        try (ForkFiles files = ForkFiles.create(kernel.calls(), starter.work(), request)) {
            Process started = start(files);
            OutputPump out = pump(started.getInputStream(), ForkEvent.Stream.OUT);
            OutputPump err = pump(started.getErrorStream(), ForkEvent.Stream.ERR);
            // whoever reads the pipe must not wait for a writer that died before it opened it
            Thread closing = closeWhenEnded(started, files);
            try {
                lead(started, files);
            } catch (IOException e) {
                refuse(started, e);
            }
            status = started.waitFor();
            closing.join();
            out.await();
            err.await();
        } catch (IOException | RuntimeException | Error e) {
            // whatever it is, a process that nobody leads must not stay
            tellGivenUp(e);
            kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread of a fork", e);
        } finally {
            host.send(request.forkId(), clock.stop());
            host.send(request.forkId(), new ForkEvent.Exited(status));
        }
    }

    private OutputPump pump(InputStream in, ForkEvent.Stream stream) {
        return OutputPump.start(in, stream, mark, order, request.forkId(), host);
    }

    private synchronized Process start(ForkFiles files) throws IOException {
        if (killed) {
            throw new IOException("killed before it was started");
        }
        Process started = starter.start(request.command(), files, mark);
        process = started;
        this.files = files;
        return started;
    }

    /** Looks at the fork once more, asks the JVM for a thread dump, which is written to its output, and kills it. */
    void killAfterThreadDump() {
        Thread thread = new Thread(this::lookAndKill, "end of fork " + request.forkId());
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // no room for a thread: the fork must go all the same, and the supervisor must not
            kill();
        }
    }

    private void lookAndKill() {
        try {
            examiner.flatMap(ForkExaminer::examineAtEnd).ifPresent(state -> host.send(request.forkId(), state));
            awaitThreadDump();
        } finally {
            kill();
        }
    }

    /** Tells that there is no room for the thread that would run this. */
    void giveUp(OutOfMemoryError reason) {
        tellGivenUp(reason);
        host.send(request.forkId(), new ForkEvent.Exited(1));
    }

    private void tellGivenUp(Throwable reason) {
        host.send(request.forkId(), new ForkEvent.NotLaid("@IsolatedMounts: the supervisor gave up a fork: " + reason));
    }

    private void awaitThreadDump() {
        Process started = process();
        if (started == null) {
            return;
        }
        try {
            OptionalLong jvm = starter.work().firstGrandchildOf(started.pid());
            if (jvm.isPresent()) {
                kernel.calls().kill(jvm.getAsLong(), Flags.SIGQUIT);
                started.waitFor(DUMP_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException | SystemCallException e) {
            host.send(request.forkId(), new ForkEvent.Warning("no thread dump of the fork: " + e.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that ends a fork", e);
        }
    }

    private synchronized @Nullable Process process() {
        return process;
    }

    /** Passes on what the fork is told; one that has ended is told nothing. */
    synchronized void answer(ForkAnswer answer) {
        try {
            if (files != null) {
                files.answer(answer);
            }
        } catch (IOException e) {
            // it has ended just now
        }
    }

    /**
     * Kills the {@code unshare} process; it has asked the kernel to kill the namespace in that case. Not in the JDK's way:
     * that looks into {@code /proc}, which is the host's and knows other ids, and closes the pipes of the process, with
     * all that it had said last.
     */
    synchronized void kill() {
        killed = true;
        try {
            if (process != null && process.isAlive()) {
                kernel.calls().kill(process.pid(), Flags.SIGKILL);
            }
        } catch (SystemCallException e) {
            host.send(request.forkId(), new ForkEvent.Warning("the fork could not be killed: " + e.getMessage()));
        }
    }

    /**
     * Not with {@link Process#onExit}: asked for a process that has just been reaped, it waits until {@code /proc}, the
     * host's, no longer shows any process of that id.
     */
    private Thread closeWhenEnded(Process started, ForkFiles files) {
        Thread thread = new Thread(
                () -> {
                    try {
                        started.waitFor();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("nobody interrupts the thread that waits for a fork", e);
                    } finally {
                        files.closeWriter();
                    }
                },
                "end of the pipe of fork " + request.forkId());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void refuse(Process started, Exception reason) throws InterruptedException {
        // whoever dies closes pipes and leaves /proc: that is told by its status
        if (!started.waitFor(DEATH_MILLIS, TimeUnit.MILLISECONDS)) {
            host.send(request.forkId(), new ForkEvent.NotLaid(String.valueOf(reason.getMessage())));
            kill();
        }
    }

    private void lead(Process started, ForkFiles files) throws IOException, InterruptedException {
        try (InputStream events = new BufferedInputStream(files.reader(), 1 << 16)) {
            if (handOver(started, files, events)) {
                new ForkRelay(request.forkId(), host, files, examiner.orElseThrow(), clock, order).run(events);
            }
        } finally {
            order.noMoreEvents();
            examiner.ifPresent(ForkExaminer::close);
        }
    }

    /** Lays the layout around the booting JVM and sends it its tests; false if it died before it asked for them. */
    private boolean handOver(Process started, ForkFiles files, InputStream events)
            throws IOException, InterruptedException {
        // closed at the end: the standard input of a test is empty
        try (OutputStream in = started.getOutputStream()) {
            boolean namespacesMade = events.read() >= 0;
            // killed before its child had asked to be killed along with it: that child must not be told to go on
            if (!namespacesMade || !starter.work().isRunning(started.pid())) {
                return false;
            }
            WorkDirectory work = starter.work();
            String process = work.procOf(started.pid()).toString();
            LayoutLayer layer = new LayoutLayer(kernel.calls(), work.path().toString());
            clock.enter(ForkClock.Phase.LAY);
            try (PreparedLayout prepared = layer.prepare(process, request.layout(), request.keptPaths())) {
                clock.enter(ForkClock.Phase.BOOT);
                in.write('\n');
                in.flush();
                Frames.Frame connected = Frames.read(events);
                if (connected == null) {
                    return false;
                }
                order.eventTold(ForkEventCodec.markedIn(connected.content()));
                files.closeWriter();
                clock.enter(ForkClock.Phase.LAY);
                LaidLayout laid = prepared.lay();
                examiner = Optional.of(new ForkExaminer(work, started.pid(), request.layout(), prepared.takeMounts()));
                host.send(request.forkId(), new ForkEvent.Laid(laid.namespace(), laid.mountInfo(), laid.commands()));
                clock.enter(ForkClock.Phase.RUN);
            } catch (LayoutRefusedException e) {
                // while the pipe is still open: a JVM that finds it closed ends by itself, and that would be told
                // instead
                refuse(started, e);
                return false;
            }
            Frames.write(in, Frames.NO_FORK, PlanCodec.encode(request.run()));
            return true;
        }
    }
}

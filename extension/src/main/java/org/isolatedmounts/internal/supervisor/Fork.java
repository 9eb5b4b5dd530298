package org.isolatedmounts.internal.supervisor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkPipes;
import org.isolatedmounts.internal.plan.StreamMark;
import org.isolatedmounts.internal.plan.SupervisorCommand.StartFork;
import org.isolatedmounts.internal.supervisor.channel.ForkChannel;
import org.isolatedmounts.internal.supervisor.channel.HostLink;
import org.isolatedmounts.internal.supervisor.channel.OutputPump;
import org.isolatedmounts.internal.supervisor.channel.StartNotes;
import org.isolatedmounts.internal.supervisor.channel.StreamOrder;
import org.isolatedmounts.internal.supervisor.laying.LayoutRefusedException;
import org.isolatedmounts.internal.supervisor.process.ForkProcess;
import org.isolatedmounts.internal.supervisor.process.ForkStarter;
import org.isolatedmounts.internal.supervisor.process.Kernel;
import org.isolatedmounts.internal.wire.MalformedFrameException;
import org.jspecify.annotations.Nullable;

/** One fork from its start to its end, on a thread of its own. */
final class Fork {

    private static final long DEATH_MILLIS = 250;

    private final StartFork request;
    private final ForkStarter starter;
    private final Kernel kernel;
    private final HostLink host;
    private final ForkChannel channel;
    private final ForkClock clock = new ForkClock();
    private final StreamMark mark = StreamMark.random();
    private final StreamOrder order = new StreamOrder();
    private @Nullable ForkProcess process;
    private volatile Optional<Lease> lease = Optional.empty();
    private boolean killed;

    Fork(StartFork request, ForkStarter starter, Kernel kernel, HostLink host) {
        this.request = request;
        this.starter = starter;
        this.kernel = kernel;
        this.channel = new ForkChannel(request.forkId(), host);
        this.host = host;
    }

    /** Ends with {@link ForkEvent.Exited}, after everything else that there is to tell of the fork. */
    void run() {
        int status = 1;
        try (ForkProcess started = start()) {
            OutputPump out = pump(started.output(), ForkEvent.Stream.OUT, StartNotes.none());
            OutputPump err = pump(
                    started.errors(),
                    ForkEvent.Stream.ERR,
                    StartNotes.of(request.command().optionVariables()));
            String cutOff = lead(started);
            status = started.awaitEnd();
            out.await();
            err.await();
            if (status == 0 && !cutOff.isEmpty()) {
                tell(new ForkEvent.Broken(cutOff));
            }
            boolean begun = lease.filter(Lease::isConnected).isPresent();
            if (!begun && status == ForkPipes.NO_WORKING_DIRECTORY) {
                tell(new ForkEvent.NotLaid("@IsolatedMounts: the working directory "
                        + request.command().workingDirectory() + " cannot be entered under this layout"));
            }
        } catch (IOException | RuntimeException | Error e) {
            kill();
            tellGivenUp(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread of a fork", e);
        } finally {
            tell(clock.stop());
            tell(new ForkEvent.Exited(status));
        }
    }

    private synchronized ForkProcess start() throws IOException {
        if (killed) {
            throw new IOException("killed before it was started");
        }
        ForkProcess started = ForkProcess.start(request, starter, kernel);
        process = started;
        return started;
    }

    private OutputPump pump(InputStream in, ForkEvent.Stream stream, StartNotes notes) {
        return OutputPump.start(in, stream, notes, mark, order, request.forkId(), channel);
    }

    /** Returns what its last event lacks, if that was not whole. */
    private String lead(ForkProcess started) throws InterruptedException {
        try {
            Lease only = new Lease(request, started, kernel, starter.work(), host, channel, clock, mark, order);
            lease = Optional.of(only);
            only.run();
        } catch (EOFException e) {
            // a JVM that is killed leaves that, too
            return String.valueOf(e.getMessage());
        } catch (MalformedFrameException e) {
            tell(new ForkEvent.Broken(String.valueOf(e.getMessage())));
            kill();
        } catch (IOException | LayoutRefusedException e) {
            // whoever dies closes pipes and leaves /proc: that is told by its status
            if (!started.endsWithin(DEATH_MILLIS)) {
                tell(new ForkEvent.NotLaid(String.valueOf(e.getMessage())));
                kill();
            }
        }
        return "";
    }

    /** The host has taken so much of what was told. */
    void taken(long bytes) {
        channel.acknowledge(bytes);
    }

    /** Looks at the fork once more, asks the JVM for a thread dump, which is written to its output, and kills it. */
    void killAfterThreadDump() {
        channel.open();
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
            lease.flatMap(Lease::examineAtEnd).ifPresent(this::tell);
            ForkProcess started = process();
            if (started != null) {
                started.dumpThreads();
            }
        } catch (IOException | SystemCallException e) {
            tell(new ForkEvent.Warning("no thread dump of the fork: " + e.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that ends a fork", e);
        } finally {
            kill();
        }
    }

    /** Tells that there is no room for the thread that would run this. */
    void giveUp(OutOfMemoryError reason) {
        channel.open();
        tellGivenUp(reason);
        tell(new ForkEvent.Exited(1));
    }

    private void tellGivenUp(Throwable reason) {
        tell(new ForkEvent.NotLaid("@IsolatedMounts: the supervisor gave up a fork: " + reason));
    }

    /** Passes on what the fork is told; one that has ended is told nothing. */
    void answer(ForkAnswer answer) {
        ForkProcess started = process();
        if (started != null && !started.input().answer(answer)) {
            tell(new ForkEvent.NotLaid(
                    "@IsolatedMounts: the forked JVM does not read what it is told, and was killed"));
            kill();
        }
    }

    synchronized void kill() {
        channel.open();
        killed = true;
        try {
            if (process != null) {
                process.kill();
            }
        } catch (SystemCallException e) {
            tell(new ForkEvent.Warning("the fork could not be killed: " + e.getMessage()));
        }
    }

    private synchronized @Nullable ForkProcess process() {
        return process;
    }

    private void tell(ForkEvent event) {
        channel.send(event);
    }
}

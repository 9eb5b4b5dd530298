package org.isolatedmounts.internal.supervisor.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.linux.Flags;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.plan.SupervisorCommand.StartFork;

/** The process of a fork, from its start to its end: its pipes, whether it lives, how it is killed. */
public final class ForkProcess implements AutoCloseable {

    /** Enough for a thread dump on a busy machine; the host waits longer than that. */
    private static final long DUMP_MILLIS = 1000;

    private final Process process;
    private final ForkFiles files;
    private final WorkDirectory work;
    private final Kernel kernel;
    private final ForkInput input;
    private final InputStream events;
    private final Thread closing;

    private ForkProcess(Process process, ForkFiles files, WorkDirectory work, Kernel kernel) {
        this.process = process;
        this.files = files;
        this.work = work;
        this.kernel = kernel;
        this.input = new ForkInput(process.getOutputStream());
        this.events = new BufferedInputStream(files.reader(), 1 << 16);
        this.closing = new Thread(this::closeWriterAtEnd, "end of the pipe of process " + process.pid());
    }

    public static ForkProcess start(StartFork request, ForkStarter starter, Kernel kernel) throws IOException {
        ForkFiles files = ForkFiles.create(kernel.calls(), starter.work(), request);
        try {
            Process process = starter.start(
                    request.command(), files, request.layout().hostMounts().isSlave());
            ForkProcess started = new ForkProcess(process, files, starter.work(), kernel);
            started.closing.setDaemon(true);
            started.startClosing();
            return started;
        } catch (IOException | RuntimeException | Error e) {
            files.close();
            throw e;
        }
    }

    private void startClosing() {
        try {
            closing.start();
        } catch (OutOfMemoryError e) {
            kill();
            throw e;
        }
    }

    /**
     * Whoever reads the events must not wait for a writer that died before it opened the pipe.
     *
     * <p>Not with {@link Process#onExit}: asked for a process that has just been reaped, it waits until {@code /proc}, the
     * host's, no longer shows any process of that id.
     */
    private void closeWriterAtEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that waits for a fork", e);
        } finally {
            files.closeWriter();
        }
    }

    public long pid() {
        return process.pid();
    }

    /** In a procfs in which the supervisor finds itself too; of the process that entered the fork's namespaces first. */
    public Path procDirectory() {
        return work.procOf(process.pid());
    }

    public InputStream output() {
        return process.getInputStream();
    }

    public InputStream errors() {
        return process.getErrorStream();
    }

    /** What the JVM tells; it ends with the processes that may write to it. */
    public InputStream events() {
        return events;
    }

    /** To the JVM, once it has been told to go on. */
    public ForkInput input() {
        return input;
    }

    /** From now on the JVM holds the other end of its pipe of events. */
    public void connected() {
        files.closeWriter();
    }

    /** Waits until the namespaces are made and the JVM waits for its layout; false if it has died before. */
    public boolean awaitReadiness() throws IOException {
        // unshare may be killed before its child has asked to be killed along with it: that child must not go on
        return events.read() >= 0 && work.isRunning(process.pid());
    }

    public boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** How the process ended, as a shell tells it. */
    public int awaitEnd() throws InterruptedException {
        int status = process.waitFor();
        closing.join();
        return status;
    }

    /** Asks the JVM for a thread dump, which it writes to its output. */
    public void dumpThreads() throws IOException, InterruptedException {
        OptionalLong jvm = work.firstGrandchildOf(process.pid());
        if (jvm.isPresent()) {
            kernel.calls().kill(jvm.getAsLong(), Flags.SIGQUIT);
            endsWithin(DUMP_MILLIS);
        }
    }

    /**
     * Kills the {@code unshare} process; it has asked the kernel to kill the namespace in that case. Not in the JDK's way:
     * that looks into {@code /proc}, which is the host's and knows other ids, and closes the pipes of the process, with
     * all that it had said last.
     */
    public void kill() throws SystemCallException {
        if (process.isAlive()) {
            kernel.calls().kill(process.pid(), Flags.SIGKILL);
        }
    }

    /** Kills the process if it still lives: one that nobody leads must not stay. */
    @Override
    public void close() throws IOException {
        kill();
        files.close();
    }
}

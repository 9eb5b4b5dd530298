package org.isolatedmounts.namespace;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A process that lives in a mount namespace; the streams are named from this side, as those of {@link Process}.
 *
 * <p>It leads a process group of its own, which is killed when this is closed and when this JVM ends, by whatever cause.
 * Only what has left the group, as daemons do, goes on.
 */
public final class NamespaceProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Process guard;
    private final long pid;

    NamespaceProcess(Process guard, long pid) {
        this.guard = guard;
        this.pid = pid;
    }

    /**
     * The process id of the command.
     *
     * @return the id, in the pid namespace of {@code /proc}
     */
    public long pid() {
        return pid;
    }

    /**
     * What the command writes.
     *
     * @return its standard output and standard error
     */
    public BufferedReader inputReader() {
        return guard.inputReader();
    }

    /**
     * What the command reads.
     *
     * @return its standard input; closing it is how many commands are told to end
     */
    public BufferedWriter outputWriter() {
        return guard.outputWriter();
    }

    /**
     * Waits until the command has ended. Its output must be read, or it may wait for ever.
     *
     * @return the exit status; 128 and the number of the signal if it was killed by one
     * @throws InterruptedException if the calling thread is interrupted; the command goes on
     */
    public int waitFor() throws InterruptedException {
        return guard.waitFor();
    }

    Process process() {
        return guard;
    }

    /** Kills what is left of the process group, and waits for the end of the command. */
    @Override
    public void close() throws IOException {
        guard.destroy();
        try {
            if (!guard.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                guard.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

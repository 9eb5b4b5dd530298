package org.isolatedmounts.internal.launch.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.launch.session.ExitStatus;
import org.isolatedmounts.internal.launch.session.OutputTail;

/** The process of the supervisor: what it says when it fails, and its end. */
final class SupervisorProcess {

    private static final long STOP_SECONDS = 5;

    private final Process process;
    private final OutputTail errors = new OutputTail();
    private final Thread errorReader;

    private SupervisorProcess(Process process) {
        this.process = process;
        this.errorReader = DaemonThread.start("isolated-mounts: supervisor's errors", this::readErrors);
    }

    static SupervisorProcess start() throws SupervisorFailedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(SupervisorCommandLine.build());
            // they are meant for the JVMs of tests
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
            return new SupervisorProcess(builder.start());
        } catch (IOException e) {
            throw new SupervisorFailedException(
                    "The supervisor of isolated-mounts could not be started: " + e.getMessage());
        }
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    InputStream output() {
        return process.getInputStream();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** To be told along with what it said itself. */
    void note(String problem) {
        errors.append(problem);
    }

    /**
     * Closing its input ends a supervisor that its {@code unshare} has left behind: killed before its child had asked to be
     * killed along with it. The JDK closes this pipe too, but after those that are read from, and waits for whoever reads
     * there: as long as that child lives.
     */
    void whenEnded(Runnable closeInput) {
        DaemonThread.start("isolated-mounts: supervisor's end", () -> {
            try {
                process.waitFor();
                closeInput.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the thread that waits for a supervisor", e);
            }
        });
    }

    /** By signal alone: to destroy a {@link Process} closes its pipes, which waits for whoever reads or writes there. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits until it has ended, which its input's end makes it do, or kills it. */
    void awaitEnd() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
                process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
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

    String describeEnd() {
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

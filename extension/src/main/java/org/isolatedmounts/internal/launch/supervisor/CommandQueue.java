package org.isolatedmounts.internal.launch.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.plan.SupervisorCommand;
import org.isolatedmounts.internal.wire.Frames;

/** What the supervisor is told, written by a thread that may wait for it; nobody else does. */
final class CommandQueue {

    private static final byte[] CLOSE = new byte[0];

    private final BlockingQueue<byte[]> commands = new LinkedBlockingQueue<>();
    private final OutputStream pipe;
    private volatile boolean closed;

    private CommandQueue(OutputStream pipe) {
        this.pipe = pipe;
    }

    static CommandQueue to(OutputStream pipe) {
        CommandQueue queue = new CommandQueue(pipe);
        DaemonThread.start("isolated-mounts: commands to the supervisor", queue::write);
        return queue;
    }

    void add(SupervisorCommand command) {
        if (!closed) {
            commands.add(PlanCodec.encode(command));
        }
    }

    /** What has not been written by now is dropped: it is of no use to a supervisor that is to end. */
    void close() {
        closed = true;
        commands.clear();
        commands.add(CLOSE);
    }

    private void write() {
        try (pipe) {
            for (byte[] command = commands.take(); command != CLOSE; command = commands.take()) {
                Frames.write(pipe, Frames.NO_FORK, command);
            }
        } catch (IOException e) {
            // the supervisor has ended, as whoever reads from it sees
            closed = true;
            commands.clear();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that writes to a supervisor", e);
        }
    }
}

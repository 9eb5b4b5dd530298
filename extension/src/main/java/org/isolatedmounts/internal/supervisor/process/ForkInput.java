package org.isolatedmounts.internal.supervisor.process;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.wire.Frames;

/** What the JVM of a fork is told. One that does not read keeps nobody waiting who works for other forks. */
public final class ForkInput {

    /** A fork waits for each answer before it asks again, so one that leaves so many unread does not keep to the rules. */
    private static final int MOST_UNREAD = 1_000;

    private final OutputStream pipe;
    private final ThreadPoolExecutor answering;

    ForkInput(OutputStream pipe) {
        this.pipe = pipe;
        answering = new ThreadPoolExecutor(
                0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_UNREAD), ForkInput::daemon);
    }

    private static Thread daemon(Runnable answers) {
        Thread thread = new Thread(answers, "answers to a fork");
        thread.setDaemon(true);
        return thread;
    }

    /** Lets the process become the JVM, in its working directory. */
    public synchronized void go() throws IOException {
        pipe.write('\n');
        pipe.flush();
    }

    /** Waits until the JVM reads, or has ended. */
    public synchronized void tell(ForkCommand command) throws IOException {
        Frames.write(pipe, Frames.NO_FORK, PlanCodec.encode(command));
    }

    /**
     * Returns at once.
     *
     * @return whether it will be told, if the JVM reads
     */
    public boolean answer(ForkAnswer answer) {
        try {
            answering.execute(() -> tellIfAlive(answer));
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return false;
        }
    }

    private void tellIfAlive(ForkAnswer answer) {
        try {
            tell(new ForkCommand.Answer(answer));
        } catch (IOException e) {
            // it has ended just now
        }
    }
}

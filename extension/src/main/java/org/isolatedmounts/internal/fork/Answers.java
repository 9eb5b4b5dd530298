package org.isolatedmounts.internal.fork;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.wire.Frames;

/** What the supervisor and the host have answered. A thread of its own reads it, as a read could not be given up. */
final class Answers {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<ForkAnswer, Integer> counts = new EnumMap<>(ForkAnswer.class);
    private boolean complete;

    /** Those that come on a pipe, from now on; that it cannot be read is told as a warning. */
    static Answers arrivingOn(InputStream commands, EventWriter events) {
        Answers answers = new Answers();
        Thread thread = new Thread(() -> answers.readAll(commands, events), "isolated-mounts: answers");
        thread.setDaemon(true);
        thread.start();
        return answers;
    }

    /** How often an answer has come by now. */
    int count(ForkAnswer answer) {
        lock.lock();
        try {
            return counts.getOrDefault(answer, 0);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until enough has come, or no longer than that. An interrupted thread waits too, and is interrupted afterwards as
     * it was before.
     */
    void await(BooleanSupplier enough, long patienceNanos) {
        boolean interrupted = false;
        long left = patienceNanos;
        lock.lock();
        try {
            while (!enough.getAsBoolean() && !complete && left > 0) {
                try {
                    left = changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            lock.unlock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void receive(ForkAnswer answer) {
        lock.lock();
        try {
            counts.merge(answer, 1, Integer::sum);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is to be waited for: whoever waits goes on, as what failed must be told all the same. */
    void complete() {
        lock.lock();
        try {
            complete = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void readAll(InputStream commands, EventWriter events) {
        try {
            for (Frames.Frame frame = Frames.read(commands); frame != null; frame = Frames.read(commands)) {
                if (PlanCodec.decodeForkCommand(frame.content()) instanceof ForkCommand.Answer command) {
                    receive(command.answer());
                }
            }
        } catch (IOException | RuntimeException e) {
            events.write(new ForkEvent.Warning("a fork cannot read what it is told: " + e));
        } finally {
            complete();
        }
    }
}

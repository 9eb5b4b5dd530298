package org.isolatedmounts.internal.fork;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.wire.Frames;

/**
 * What the supervisor and the host have answered.
 *
 * <p>A read could not be given up, so a thread does it that nobody has to wait for. It lives only while something is waited
 * for: at its end a JVM waits 300 ms for a thread that is in a system call.
 */
final class Answers {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<ForkAnswer, Integer> counts = new EnumMap<>(ForkAnswer.class);
    private final List<BooleanSupplier> waitedFor = new ArrayList<>();
    private final InputStream commands;
    private final EventWriter events;
    private boolean reading;
    private boolean complete;

    /** Those that come on a pipe; that it cannot be read is told as a warning. */
    Answers(InputStream commands, EventWriter events) {
        this.commands = commands;
        this.events = events;
    }

    /** How often an answer has come by now. */
    int count(ForkAnswer answer) {
        lock.lock();
        try {
            while (!reading && !complete && commands.available() > 0) {
                readOne();
            }
        } catch (IOException e) {
            giveUp(e);
        } finally {
            lock.unlock();
        }
        return known(answer);
    }

    private int known(ForkAnswer answer) {
        lock.lock();
        try {
            return counts.getOrDefault(answer, 0);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until so many of these have come in all, or no longer than that. An interrupted thread waits too, and is
     * interrupted afterwards as it was before.
     */
    void await(int number, long patienceNanos, ForkAnswer... oneOf) {
        BooleanSupplier enough = () -> Stream.of(oneOf).mapToInt(this::known).sum() >= number;
        boolean interrupted = false;
        long left = patienceNanos;
        lock.lock();
        try {
            waitedFor.add(enough);
            startReading();
            while (!enough.getAsBoolean() && !complete && left > 0) {
                try {
                    left = changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            waitedFor.remove(enough);
        } finally {
            lock.unlock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void startReading() {
        if (reading || complete) {
            return;
        }
        Thread thread = new Thread(this::readWhatIsWaitedFor, "isolated-mounts: answers");
        thread.setDaemon(true);
        try {
            reading = true;
            thread.start();
        } catch (OutOfMemoryError e) {
            // what failed is told all the same
            complete();
        }
    }

    private void readWhatIsWaitedFor() {
        while (isMoreWaitedFor()) {
            readOne();
        }
    }

    private boolean isMoreWaitedFor() {
        lock.lock();
        try {
            reading = !complete && waitedFor.stream().anyMatch(enough -> !enough.getAsBoolean());
            return reading;
        } finally {
            lock.unlock();
        }
    }

    private void readOne() {
        try {
            Frames.Frame frame = Frames.read(commands);
            if (frame == null) {
                complete();
            } else if (PlanCodec.decodeForkCommand(frame.content()) instanceof ForkCommand.Answer command) {
                receive(command.answer());
            }
        } catch (IOException | RuntimeException e) {
            giveUp(e);
        }
    }

    private void giveUp(Exception reason) {
        events.write(new ForkEvent.Warning("a fork cannot read what it is told: " + reason));
        complete();
    }

    private void receive(ForkAnswer answer) {
        change(() -> counts.merge(answer, 1, Integer::sum));
    }

    /** Nothing more is to be waited for: whoever waits goes on, as what failed must be told all the same. */
    private void complete() {
        change(() -> complete = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

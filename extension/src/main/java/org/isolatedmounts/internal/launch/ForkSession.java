package org.isolatedmounts.internal.launch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The events of one fork, from the supervisor's pipe to the test thread that waits for them.
 *
 * <p>The pipe serves all forks: its reader waits only for a consumer that is known to be at work, never for one that may
 * itself wait for another fork.
 */
public final class ForkSession {

    private static final int BYTES_AHEAD = 8 << 20;
    private static final long KILL_SECONDS = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final EventQueue events = new EventQueue();
    private final OutputTail tail = new OutputTail();
    private final Control control;
    private final Runnable onExit;
    private final Deadline deadline;
    private final Predicate<ForkEvent> doneAtOnce;
    private int bytesAhead;
    private boolean consumed;
    private boolean abandoned;
    private boolean exited;
    private boolean shuttingDown;
    private boolean testsDone;
    private @Nullable String fate;

    /** What the supervisor does to the fork. */
    interface Control {

        void kill(boolean threadDump);

        void answer(ForkAnswer answer);
    }

    ForkSession(Deadline deadline, Predicate<ForkEvent> doneAtOnce, Control control, Runnable onExit) {
        this.deadline = deadline;
        this.doneAtOnce = doneAtOnce;
        this.control = control;
        this.onExit = onExit;
    }

    /**
     * The event at a position ahead without taking it away; waits until it is there.
     *
     * @throws InterruptedException when the waiting thread is interrupted; the fork has then been killed
     */
    public ForkEvent peek(int position) throws InterruptedException {
        lock.lock();
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            expireWhenOverdue();
            while (events.size() <= position && !exited) {
                awaitEvent();
            }
            // after the last event nothing comes but the last event
            return events.get(Math.min(position, events.size() - 1));
        } catch (InterruptedException e) {
            if (fate == null) {
                fate = "the forked JVM was killed because the thread that waited for it was interrupted";
            }
            abandon();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** The next event; {@link ForkEvent.Exited} stays the next one for ever. */
    public ForkEvent take() throws InterruptedException {
        lock.lock();
        try {
            consumed = true;
            ForkEvent event = peek(0);
            if (!(event instanceof ForkEvent.Exited)) {
                events.removeFirst();
                bytesAhead -= size(event);
                changed.signalAll();
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    /** Tells that nobody takes events for now. */
    public void pause() {
        lock.lock();
        try {
            consumed = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells the fork what it asks for with {@link ForkEvent.Asking}, or that it is cancelled. */
    public void answer(ForkAnswer answer) {
        control.answer(answer);
    }

    /** Kills the fork and gives up on it; what it still tells is dropped. */
    public void abandon() {
        control.kill(false);
        lock.lock();
        try {
            abandoned = true;
            consumed = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why the fork ended without having finished its tests. */
    public ForkFailedException death(int status) {
        lock.lock();
        try {
            ExitStatus end = ExitStatus.of(status, tail.text());
            String message = fate != null
                    ? fate
                    : shuttingDown
                            ? "the forked JVM exited by itself, as System.exit makes it do, with exit status " + status
                            : "the forked JVM ended: " + end.how();
            return new ForkFailedException("@IsolatedMounts: " + message + ", before its tests were finished."
                    + (end.said().isEmpty() ? " It had printed nothing." : " The end of its output:\n" + end.said()));
        } finally {
            lock.unlock();
        }
    }

    /** Called by the reader of the supervisor's pipe. */
    void offer(ForkEvent event) {
        lock.lock();
        try {
            while (consumed && bytesAhead > BYTES_AHEAD) {
                changed.awaitUninterruptibly();
            }
            add(event);
        } finally {
            lock.unlock();
        }
    }

    /** Called when what the fork told cannot be read: nothing that follows can be relied on. */
    void breakOff(String reason) {
        lock.lock();
        try {
            if (fate == null) {
                fate = "the forked JVM was killed because what it wrote to its pipe of events, to which no test may"
                        + " write, could not be read (" + reason + ")";
            }
            if (testsDone) {
                add(new ForkEvent.Warning("after its tests were finished, " + fate));
            }
        } finally {
            lock.unlock();
        }
        abandon();
    }

    /** Called when the supervisor is gone. */
    void lose(String reason) {
        lock.lock();
        try {
            if (!exited) {
                fate = reason;
                add(new ForkEvent.Exited(-1));
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(ForkEvent event) {
        boolean dropped = abandoned && !(event instanceof ForkEvent.Exited);
        if (exited || dropped) {
            return;
        }
        if (event instanceof ForkEvent.Output output) {
            tail.append(output.bytes(), output.bytes().length);
        } else if (event instanceof ForkEvent.Text text) {
            tail.append(text.text());
        }
        if (doneAtOnce.test(event)) {
            return;
        }
        shuttingDown |= event instanceof ForkEvent.ShuttingDown;
        if (event instanceof ForkEvent.Ended) {
            testsDone = true;
            deadline.testsDone();
        }
        events.add(event);
        bytesAhead += size(event);
        if (event instanceof ForkEvent.Exited) {
            exited = true;
            onExit.run();
        }
        changed.signalAll();
    }

    /** Asked for with every event: a fork that floods its output must not outlive its deadline by that. */
    private void expireWhenOverdue() {
        if (fate == null && !exited && deadline.left() <= 0) {
            fate = "the forked JVM was killed because it " + deadline.cause();
            tail.expectThreadDump();
            if (testsDone) {
                // the tests have their outcome; why this took so long is still to be told
                add(new ForkEvent.Warning("after its tests were finished, " + fate));
            }
            control.kill(true);
        }
    }

    @SuppressWarnings("WaitNotInLoop") // peek() is the loop
    private void awaitEvent() throws InterruptedException {
        long left = deadline.left();
        if (left > 0) {
            changed.await(left, TimeUnit.NANOSECONDS);
            expireWhenOverdue();
        } else if (!changed.await(KILL_SECONDS, TimeUnit.SECONDS) && !exited) {
            fate += " and did not end within " + KILL_SECONDS + " s of that";
            add(new ForkEvent.Exited(-1));
        }
    }

    private static int size(ForkEvent event) {
        if (event instanceof ForkEvent.Text text) {
            return text.text().length();
        }
        if (event instanceof ForkEvent.FileContent content) {
            return content.bytes().length;
        }
        return event instanceof ForkEvent.Output output ? output.bytes().length : 0;
    }
}

package org.isolatedmounts.internal.launch.session;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The events of one fork, from the supervisor's pipe to the test thread that waits for them, and how it ends.
 *
 * <p>The pipe serves all forks, so its reader waits for nobody: a fork of which more comes than anybody takes is kept waiting
 * where it is.
 */
public final class ForkSession {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final EventQueue events = new EventQueue();
    private final Backlog backlog = new Backlog();
    private final OutputTail tail = new OutputTail();
    private final Control control;
    private final ForkWatch watch;
    private final @Nullable DebuggerLine debugged;
    private State state = State.TESTING;
    private String fate = "";
    private long asked;
    private long answered;
    private boolean shuttingDown;
    private boolean abandoned;

    private enum State {
        TESTING,
        EXITING,
        /** It is being killed; its fate says why. */
        DOOMED,
        ENDED
    }

    /** What the supervisor does to the fork; none of it waits for the supervisor. */
    public interface Control {

        void kill(boolean threadDump);

        void answer(ForkAnswer answer);

        /** So much has been taken of what it told. */
        void taken(long bytes);

        /** It was told to kill the fork, and the fork has not ended. */
        void killedInVain();
    }

    /** @param debugged if the fork is debugged: it never waits for the host, as no other can run meanwhile */
    public ForkSession(ForkWatch watch, @Nullable DebuggerLine debugged, Control control) {
        this.watch = watch;
        this.debugged = debugged;
        this.control = control;
    }

    /** The fork has been ordered. */
    public void begin() {
        lock.lock();
        try {
            if (isAlive()) {
                watch.awaitDeadline(this::lookAtDeadline);
            }
        } finally {
            lock.unlock();
        }
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
            while (events.size() <= position && state != State.ENDED) {
                letMoreCome();
                answerWhatIsPassedOver();
                changed.await();
            }
            // after the last event nothing comes but the last event
            return events.get(Math.min(position, events.size() - 1));
        } catch (InterruptedException e) {
            abandon("the forked JVM was killed because the thread that waited for it was interrupted");
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** The next event; {@link ForkEvent.Exited} stays the next one for ever. */
    public ForkEvent take() throws InterruptedException {
        lock.lock();
        try {
            ForkEvent event = peek(0);
            if (!(event instanceof ForkEvent.Exited)) {
                acknowledge(backlog.took(events.removeFirst()));
                lookWhetherItWaits();
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    /** Answers a {@link ForkEvent.Question} of the fork, or tells it that it is cancelled. */
    public void answer(ForkAnswer answer) {
        lock.lock();
        try {
            if (asked > answered || answer == ForkAnswer.CANCEL) {
                answered++;
                control.answer(answer);
                lookWhetherItWaits();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Kills the fork and gives up on it; what it still tells is dropped. */
    public void abandon() {
        lock.lock();
        try {
            abandon("the forked JVM was killed because nobody waited for it any more");
        } finally {
            lock.unlock();
        }
    }

    private void abandon(String why) {
        if (isAlive()) {
            doom(why, false);
        } else if (state == State.DOOMED) {
            // at once: it may have got time for a thread dump that nobody is going to read
            control.kill(false);
        }
        abandoned = true;
    }

    /** Why the fork ended without having finished its tests. */
    public ForkFailedException death(int status) {
        lock.lock();
        try {
            ExitStatus end = ExitStatus.of(status, tail.text());
            String message = !fate.isEmpty()
                    ? fate
                    : shuttingDown
                            ? "the forked JVM exited by itself, as System.exit makes it do, with exit status " + status
                            : "the forked JVM ended: " + end.how();
            String advice = debugged == null ? "" : DebuggerLine.advice(end.said());
            return new ForkFailedException("@IsolatedMounts: " + message + ", before its tests were finished." + advice
                    + (end.said().isEmpty() ? " It had printed nothing." : " The end of its output:\n" + end.said()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Called by the reader of the supervisor's pipe.
     *
     * @param cost what the event uses of the window of the fork
     */
    public void offer(ForkEvent event, int cost) {
        boolean done = debugged != null && debugged.test(event);
        lock.lock();
        try {
            boolean dropped = done || isDropped(event);
            if (state != State.ENDED) {
                remember(event);
                if (event instanceof ForkEvent.Exited exited) {
                    end(exited);
                } else {
                    backlog.told(cost);
                    if (dropped) {
                        acknowledge(backlog.took(cost));
                    } else {
                        add(event, cost);
                    }
                    lookWhetherItWaits();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Called when what the fork told cannot be read: nothing that follows can be relied on. */
    public void breakOff(String reason) {
        lock.lock();
        try {
            abandon("the forked JVM was killed because what it wrote to its pipe of events, to which no test may write,"
                    + " could not be read (" + reason + ")");
        } finally {
            lock.unlock();
        }
    }

    /** Called when the supervisor is gone. */
    public void lose(String reason) {
        lock.lock();
        try {
            if (state != State.ENDED) {
                fate = fate.isEmpty() ? reason : fate;
                end(new ForkEvent.Exited(-1));
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isAlive() {
        return state == State.TESTING || state == State.EXITING;
    }

    private void remember(ForkEvent event) {
        if (event instanceof ForkEvent.Output output) {
            tail.append(output.bytes(), output.bytes().length);
        } else if (event instanceof ForkEvent.Text text) {
            tail.append(text.text());
        }
    }

    /**
     * Nobody holds back a fork that is being killed, so what it goes on to print is kept only as far as there is room. If it is
     * killed before it has begun, that is not why it failed.
     */
    private boolean isDropped(ForkEvent event) {
        boolean isMuch = event instanceof ForkEvent.Output
                || event instanceof ForkEvent.Text
                || event instanceof ForkEvent.FileContent;
        boolean isNoNews = event instanceof ForkEvent.NotLaid || (isMuch && backlog.isFull());
        return abandoned || (state == State.DOOMED && isNoNews);
    }

    private void add(ForkEvent event, int cost) {
        shuttingDown |= event instanceof ForkEvent.ShuttingDown;
        if (event instanceof ForkEvent.Question) {
            asked++;
            if (debugged != null) {
                answer(ForkAnswer.GO_ON);
            }
        }
        if (event instanceof ForkEvent.Ended && state == State.TESTING) {
            state = State.EXITING;
            watch.testsDone();
            watch.awaitDeadline(this::lookAtDeadline);
        }
        events.add(event, cost);
        if (debugged != null) {
            letMoreCome();
        }
        changed.signalAll();
    }

    private void acknowledge(long bytes) {
        if (bytes > 0) {
            control.taken(bytes);
        }
    }

    /** If more is needed before the events that are here can be taken. */
    private void letMoreCome() {
        if (isAlive() && backlog.isFull()) {
            if (backlog.isTooMuch()) {
                doom(
                        "the forked JVM was killed because it had told more than "
                                + (Backlog.MOST_FOR_LOOKING_AHEAD >> 20)
                                + " MiB, its output above all, before the next test or container in it began",
                        false);
            } else {
                acknowledge(backlog.grant());
                lookWhetherItWaits();
            }
        }
    }

    /** Who looks ahead waits for what comes after the answer. */
    private void answerWhatIsPassedOver() {
        if (events.size() > 0) {
            answer(ForkAnswer.GO_ON);
        }
    }

    private void lookWhetherItWaits() {
        if (isAlive() && debugged == null && watch.awaitsHost(asked > answered || backlog.isFull())) {
            watch.awaitDeadline(this::lookAtDeadline);
        }
    }

    private void lookAtDeadline() {
        lock.lock();
        try {
            if (isAlive() && watch.isOverdue()) {
                tail.expectThreadDump();
                doom("the forked JVM was killed because it " + watch.cause(), true);
            }
        } finally {
            lock.unlock();
        }
    }

    private void doom(String why, boolean threadDump) {
        if (!isAlive()) {
            return;
        }
        fate = why;
        if (state == State.EXITING) {
            // the tests have their outcome; why this took so long is still to be told
            add(new ForkEvent.Warning("after its tests were finished, " + why), 0);
        }
        state = State.DOOMED;
        control.kill(threadDump);
        watch.awaitDeath(this::lookAtDeath);
    }

    private void lookAtDeath() {
        lock.lock();
        try {
            if (state == State.DOOMED) {
                fate += " and did not end within " + ForkWatch.DYING.toSeconds() + " s of that";
                end(new ForkEvent.Exited(-1));
                control.killedInVain();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(ForkEvent.Exited exited) {
        state = State.ENDED;
        events.add(exited, 0);
        watch.ended();
        changed.signalAll();
    }
}

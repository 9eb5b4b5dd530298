package org.isolatedmounts.internal.discovery.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.report.ForkCount;
import org.isolatedmounts.internal.report.ProgressLine;
import org.isolatedmounts.internal.report.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Shows on a terminal how far the forks of this JVM are; if there is none, does nothing. For all threads.
 *
 * <p>A timer draws the line, and no event does: it then comes back also after the last line of output that a long test
 * prints, and a flood of output does not make it flicker.
 */
public final class HostProgress {

    private static final HostProgress INSTANCE = new HostProgress(
            Terminal.isWatched(System.getenv()), new FileOutputStream(FileDescriptor.err), System::nanoTime);

    private static final long FIRST_MILLIS = 2_000;
    private static final long EVERY_MILLIS = 250;

    private final boolean isWatched;
    private final ProgressLine line;
    private final LongSupplier nanoTime;

    /** Of plans that have not been executed yet, and may never be. */
    private final Set<String> planned = new HashSet<>();

    private ForkCount count;
    private int plans;
    private boolean isAway;
    private @Nullable Timer timer;

    HostProgress(boolean isWatched, OutputStream terminal, LongSupplier nanoTime) {
        this.isWatched = isWatched;
        this.line = new ProgressLine(terminal);
        this.nanoTime = nanoTime;
        this.count = new ForkCount(nanoTime);
    }

    public static HostProgress instance() {
        return INSTANCE;
    }

    /** A fork may be needed, for what an id names. */
    public synchronized void planned(String fork) {
        if (isWatched) {
            planned.add(fork);
        }
    }

    /** What the ids name is going to be executed: its forks are needed. */
    public synchronized void needed(List<String> ids) {
        for (String id : ids) {
            if (planned.remove(id)) {
                count.need(id);
            }
        }
    }

    /**
     * A fork is about to be ordered.
     *
     * @return takes the events of the fork
     */
    public synchronized Consumer<ForkEvent> ordered(String fork) {
        planned.remove(fork);
        if (!isWatched || plans == 0) {
            return event -> {};
        }
        count.begin(fork);
        startTimer();
        return event -> {
            if (event instanceof ForkEvent.Exited) {
                exited(fork);
            }
        };
    }

    private synchronized void exited(String fork) {
        count.exit(fork);
        eraseWhenComplete();
    }

    public synchronized void planStarted(List<String> ids) {
        plans++;
        line.printed(true);
        needed(ids);
    }

    public synchronized void planFinished() {
        plans--;
        if (plans == 0) {
            line.erase();
            count = new ForkCount(nanoTime);
            stopTimer();
        }
    }

    /** A test or container begins; one that is in no fork may print what we do not see. */
    public synchronized void begun(String id) {
        if (!count.isInFork(id)) {
            makeRoom();
        }
    }

    /** A test or container is over: what it did not need until now, as one that is disabled, it never will. */
    public synchronized void ended(String id) {
        count.end(id);
        eraseWhenComplete();
    }

    /** Before launchers tell what they know at the end, too. */
    private void eraseWhenComplete() {
        if (count.isComplete()) {
            line.erase();
        }
    }

    /** Others may print now, and take their time: the line is away for one tick and the time to the next. */
    public synchronized void makeRoom() {
        line.erase();
        isAway = true;
    }

    /** Prints where the line may be. */
    void giveWay(boolean isLineEnded, Runnable print) {
        if (isWatched) {
            synchronized (this) {
                line.erase();
                print.run();
                line.printed(isLineEnded);
            }
        } else {
            print.run();
        }
    }

    synchronized void draw() {
        if (!isAway && count.isWorthShowing()) {
            line.draw(count.text());
        }
        isAway = false;
    }

    private void startTimer() {
        if (timer == null) {
            timer = new Timer("isolated-mounts progress", true);
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            draw();
                        }
                    },
                    FIRST_MILLIS,
                    EVERY_MILLIS);
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}

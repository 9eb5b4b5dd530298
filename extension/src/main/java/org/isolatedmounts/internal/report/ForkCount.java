package org.isolatedmounts.internal.report;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** How many forks a run needs, how many of them are done, and how fast that goes. Forks go by ids as JUnit makes them. */
public final class ForkCount {

    private static final Duration SHORT_RUN = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final Set<String> needed = new HashSet<>();
    private final NavigableSet<String> left = new TreeSet<>();
    private final NavigableSet<String> running = new TreeSet<>();
    private long firstBegan;
    private boolean hasBegun;
    private int exited;

    public ForkCount(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A fork will be needed. */
    public void need(String fork) {
        if (needed.add(fork)) {
            left.add(fork);
        }
    }

    /** A fork has been asked for, whether or not it was known to be needed. */
    public void begin(String fork) {
        need(fork);
        running.add(fork);
        if (!hasBegun) {
            hasBegun = true;
            firstBegan = nanoTime.getAsLong();
        }
    }

    public void exit(String fork) {
        if (running.remove(fork)) {
            exited++;
        }
        left.remove(fork);
    }

    /** What an id names is over: no fork for it or for anything below it will be needed any more. */
    public void end(String id) {
        endIn(left, id);
        endIn(running, id);
    }

    private static void endIn(NavigableSet<String> forks, String id) {
        forks.remove(id);
        // from the first to behind the last that can come after the slash
        forks.subSet(id + "/", id + (char) ('/' + 1)).clear();
    }

    /** Whether what an id names is run by one of the forks. */
    public boolean isInFork(String id) {
        boolean isInFork = false;
        for (int end = id.length(); end > 0 && !isInFork; end = id.lastIndexOf('/', end - 1)) {
            isInFork = needed.contains(id.substring(0, end));
        }
        return isInFork;
    }

    /** Whether all that is known to be needed is done. */
    public boolean isComplete() {
        return left.isEmpty();
    }

    /** Whether somebody waits for a fork, and not only for a moment. */
    public boolean isWorthShowing() {
        return !running.isEmpty() && nanos() >= SHORT_RUN.toNanos();
    }

    /** As in {@code [isolated-mounts] 12 of 40 forks, 3.1/s}. */
    public String text() {
        int done = needed.size() - left.size();
        return "[isolated-mounts] " + done + " of " + needed.size() + " forks" + (exited == 0 ? "" : ", " + rate());
    }

    private String rate() {
        double perSecond = exited / (Math.max(1, nanos()) / 1e9);
        return perSecond >= 1
                ? String.format(Locale.ROOT, "%.1f/s", perSecond)
                : String.format(Locale.ROOT, "%.1f/min", perSecond * 60);
    }

    private long nanos() {
        return nanoTime.getAsLong() - firstBegan;
    }
}

package org.isolatedmounts.internal.launch.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isolatedmounts.internal.event.ForkEvent;
import org.jspecify.annotations.Nullable;

/** A queue that can be looked into anywhere and that takes no longer when it is long, as it is when a test is chatty. */
final class EventQueue {

    private static final int COMPACTED_FROM = 1024;

    private final List<@Nullable Entry> entries = new ArrayList<>();
    private int taken;

    private record Entry(ForkEvent event, int cost) {}

    int size() {
        return entries.size() - taken;
    }

    /** @param cost what it uses of the window of the fork */
    void add(ForkEvent event, int cost) {
        entries.add(new Entry(event, cost));
    }

    ForkEvent get(int position) {
        return Objects.requireNonNull(entries.get(taken + position)).event();
    }

    /** Returns what the event did cost. */
    int removeFirst() {
        // what it holds, kilobytes of output perhaps, is not kept until the next compaction
        Entry removed = Objects.requireNonNull(entries.set(taken, null));
        taken++;
        if (taken >= COMPACTED_FROM && taken >= size()) {
            entries.subList(0, taken).clear();
            taken = 0;
        }
        return removed.cost();
    }
}

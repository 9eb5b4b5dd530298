package org.isolatedmounts.internal.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isolatedmounts.internal.event.ForkEvent;
import org.jspecify.annotations.Nullable;

/** A queue that can be looked into anywhere and that takes no longer when it is long, as it is when a test is chatty. */
final class EventQueue {

    private static final int COMPACTED_FROM = 1024;

    private final List<@Nullable ForkEvent> events = new ArrayList<>();
    private int taken;

    int size() {
        return events.size() - taken;
    }

    void add(ForkEvent event) {
        events.add(event);
    }

    ForkEvent get(int position) {
        return Objects.requireNonNull(events.get(taken + position));
    }

    void removeFirst() {
        // what it holds, kilobytes of output perhaps, is not kept until the next compaction
        events.set(taken, null);
        taken++;
        if (taken >= COMPACTED_FROM && taken >= size()) {
            events.subList(0, taken).clear();
            taken = 0;
        }
    }
}

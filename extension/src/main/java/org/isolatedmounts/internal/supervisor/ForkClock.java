package org.isolatedmounts.internal.supervisor;

import java.util.EnumMap;
import java.util.Map;
import org.isolatedmounts.internal.event.ForkEvent;

/** What the time of one fork is spent on; a phase may be entered more than once. */
final class ForkClock {

    enum Phase {
        BOOT,
        LAY,
        RUN,
        STRIP
    }

    private final Map<Phase, Long> spent = new EnumMap<>(Phase.class);
    private Phase current = Phase.BOOT;
    private long since = System.nanoTime();

    synchronized void enter(Phase next) {
        long now = System.nanoTime();
        spent.merge(current, now - since, Long::sum);
        current = next;
        since = now;
    }

    synchronized ForkEvent.ForkTimed stop() {
        enter(current);
        return new ForkEvent.ForkTimed(of(Phase.BOOT), of(Phase.LAY), of(Phase.RUN), of(Phase.STRIP));
    }

    private long of(Phase phase) {
        return spent.getOrDefault(phase, 0L);
    }
}

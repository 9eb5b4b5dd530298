package org.isolatedmounts.internal.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.jspecify.annotations.Nullable;

/** What one fork told. Takes its events on the thread that replays them; what is no part of the page costs nothing. */
public final class ForkLog implements Consumer<ForkEvent> {

    private final int number;
    private final long orderedAt;
    private final LayoutPlan layout;
    private final RunLog run;
    private final Map<String, Long> nanosByTest = new HashMap<>();
    private ForkEvent.@Nullable ForkTimed times;
    private @Nullable Integer picture;
    private String namespace = "";
    private int tests;

    ForkLog(int number, long orderedAt, LayoutPlan layout, RunLog run) {
        this.number = number;
        this.orderedAt = orderedAt;
        this.layout = layout;
        this.run = run;
    }

    int number() {
        return number;
    }

    @Override
    public void accept(ForkEvent event) {
        if (event instanceof ForkEvent.Started started) {
            run.begun(started.uniqueId(), this);
        } else if (event instanceof ForkEvent.Laid laid) {
            laid(laid, run.numberOf(MountPicture.of(run.host(), layout, laid)));
        } else if (event instanceof ForkEvent.Finished finished
                && finished.outcome().status() != ForkEvent.Status.SUCCESSFUL) {
            run.failed(finished.uniqueId(), this);
        } else if (event instanceof ForkEvent.TestTimed timed) {
            timed(timed);
        } else if (event instanceof ForkEvent.ForkTimed timed) {
            timed(timed);
        }
    }

    private synchronized void laid(ForkEvent.Laid laid, int number) {
        namespace = laid.mountNamespace();
        picture = number;
    }

    private synchronized void timed(ForkEvent.TestTimed timed) {
        nanosByTest.put(timed.uniqueId(), timed.nanos());
        tests++;
    }

    private synchronized void timed(ForkEvent.ForkTimed timed) {
        times = timed;
    }

    /** How long a test took; negative if that was not told. */
    synchronized long nanosOf(String id) {
        return nanosByTest.getOrDefault(id, -1L);
    }

    synchronized Map<String, Object> toJson() {
        Map<String, Object> fork = new LinkedHashMap<>();
        fork.put("at", orderedAt);
        fork.put("namespace", namespace);
        fork.put("tests", tests);
        if (times != null) {
            fork.put("times", List.of(times.boot(), times.lay(), times.run(), times.strip()));
        }
        if (picture != null) {
            fork.put("picture", picture);
        }
        return fork;
    }
}

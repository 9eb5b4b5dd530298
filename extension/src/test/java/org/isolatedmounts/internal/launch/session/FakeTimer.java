package org.isolatedmounts.internal.launch.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time passes only when it is told to, and what is due then happens on the thread that tells it. */
final class FakeTimer implements HostTimer {

    private final List<Due> dues = new ArrayList<>();
    private long now;

    private record Due(long at, Runnable action) {}

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Alarm in(Duration delay, Runnable action) {
        Due due = new Due(now + delay.toNanos(), action);
        dues.add(due);
        return () -> dues.remove(due);
    }

    void pass(Duration time) {
        long end = now + time.toNanos();
        for (Optional<Due> due = next(end); due.isPresent(); due = next(end)) {
            dues.remove(due.get());
            now = Math.max(now, due.get().at());
            due.get().action().run();
        }
        now = end;
    }

    int alarms() {
        return dues.size();
    }

    private Optional<Due> next(long end) {
        return dues.stream().filter(due -> due.at() <= end).min(Comparator.comparingLong(Due::at));
    }
}

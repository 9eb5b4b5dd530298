package org.isolatedmounts.internal.discovery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.isolatedmounts.layout.Layout;
import org.jspecify.annotations.Nullable;

/** What providers of layouts have answered, each asked once; whoever asks meanwhile waits. */
final class ProviderAnswers {

    private final Map<ProviderCall, Cell> cells = new ConcurrentHashMap<>();

    /**
     * What a provider answers: a layout, or why there is none.
     *
     * @param problem empty if there is a layout
     * @param cause of the problem, if it has one
     */
    record Answer(
            @Nullable Layout layout,
            String problem,
            @Nullable Throwable cause) {}

    /** Calls a provider. */
    interface Caller {

        Answer call() throws InterruptedException;
    }

    /** A caller that throws has no answer: the next one who asks calls again. */
    Answer of(ProviderCall call, Caller caller) throws InterruptedException {
        return cells.computeIfAbsent(call, any -> new Cell()).get(caller);
    }

    private static final class Cell {

        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Answer answer;

        Answer get(Caller caller) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                Answer known = answer == null ? caller.call() : answer;
                answer = known;
                return known;
            } finally {
                lock.unlock();
            }
        }
    }
}

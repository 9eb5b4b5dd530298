package org.isolatedmounts.internal.launch.supervisor;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.launch.session.HostTimer;

/** A thread that does nothing else. */
final class TimerThread implements HostTimer, AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;

    TimerThread() {
        // too late after the end: there is nothing left to watch
        this.executor = new ScheduledThreadPoolExecutor(1, TimerThread::thread, new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static Thread thread(Runnable loop) {
        Thread thread = new Thread(loop, "isolated-mounts: timer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Alarm in(Duration delay, Runnable action) {
        Future<?> alarm = executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> alarm.cancel(false);
    }

    /** Does something each second. If this JVM stood still, that is not made up for. */
    void eachSecond(Runnable action) {
        Future<?> unused = executor.scheduleWithFixedDelay(action, 1, 1, TimeUnit.SECONDS);
    }

    /** May be called by what this thread does. */
    @Override
    public void close() {
        executor.shutdown();
    }
}

package org.isolatedmounts.internal.launch.session;

import java.time.Duration;

/** The time, and what is to happen in time, whatever threads of the tests do. */
public interface HostTimer {

    /** As {@link System#nanoTime()}. */
    long nanoTime();

    /** Does something later; that must not wait for anything. */
    Alarm in(Duration delay, Runnable action);

    interface Alarm {

        /** Nothing happens if it is too late. */
        void cancel();
    }
}

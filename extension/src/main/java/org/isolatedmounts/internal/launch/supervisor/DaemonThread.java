package org.isolatedmounts.internal.launch.supervisor;

/** A thread of ours in the host JVM, which may end without waiting for it. */
public final class DaemonThread {

    private DaemonThread() {}

    public static Thread start(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}

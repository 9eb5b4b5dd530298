package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.isolatedmounts.internal.event.ForkEvent;

/** Relays what is written to a fork's standard output or error past {@code System.out} and {@code System.err}. */
final class OutputPump {

    private final Thread thread;

    private OutputPump(Thread thread) {
        this.thread = thread;
    }

    static OutputPump start(InputStream in, ForkEvent.Stream stream, long forkId, HostLink host) {
        Thread thread = new Thread(() -> pump(in, stream, forkId, host), stream + " of fork " + forkId);
        thread.setDaemon(true);
        thread.start();
        return new OutputPump(thread);
    }

    /** Returns when no process holds the other end any more. */
    void await() throws InterruptedException {
        thread.join();
    }

    private static void pump(InputStream in, ForkEvent.Stream stream, long forkId, HostLink host) {
        byte[] buffer = new byte[1 << 14];
        try (in) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                host.send(forkId, new ForkEvent.Output(stream, Arrays.copyOf(buffer, length)));
            }
        } catch (IOException e) {
            host.send(forkId, new ForkEvent.Warning("the " + stream + " of the fork could not be read: " + e));
        }
    }
}

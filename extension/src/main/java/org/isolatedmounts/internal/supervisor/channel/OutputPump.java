package org.isolatedmounts.internal.supervisor.channel;

import java.io.IOException;
import java.io.InputStream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.StreamMark;

/** Relays what is written to a fork's standard output or error past {@code System.out} and {@code System.err}. */
public final class OutputPump {

    private final Thread thread;

    private OutputPump(Thread thread) {
        this.thread = thread;
    }

    public static OutputPump start(
            InputStream in,
            ForkEvent.Stream stream,
            StartNotes notes,
            StreamMark mark,
            StreamOrder order,
            long forkId,
            ForkChannel channel) {
        Thread thread = new Thread(() -> pump(in, stream, notes, mark, order, channel), stream + " of fork " + forkId);
        thread.setDaemon(true);
        thread.start();
        return new OutputPump(thread);
    }

    /** Returns when no process holds the other end any more. */
    public void await() throws InterruptedException {
        thread.join();
    }

    private static void pump(
            InputStream in,
            ForkEvent.Stream stream,
            StartNotes notes,
            StreamMark mark,
            StreamOrder order,
            ForkChannel channel) {
        MarkScanner scanner = new MarkScanner(
                mark,
                bytes -> {
                    order.awaitEvents(stream);
                    channel.send(new ForkEvent.Output(stream, bytes));
                },
                () -> order.markSeen(stream));
        byte[] buffer = new byte[1 << 14];
        try (in;
                InputStream rest = notes.skipIn(in)) {
            for (int length = rest.read(buffer); length >= 0; length = rest.read(buffer)) {
                scanner.accept(buffer, length);
            }
            scanner.end();
        } catch (IOException e) {
            channel.send(new ForkEvent.Warning("the " + stream + " of the fork could not be read: " + e));
        } finally {
            order.ended(stream);
        }
    }
}

package org.isolatedmounts.internal.availability.machine;

import java.io.IOException;
import java.io.OutputStream;

/** What a process reads; it may never do so, thus this is not waited for. */
final class Input {

    private Input() {}

    static void send(byte[] bytes, OutputStream stream) {
        Thread writer = new Thread(() -> write(bytes, stream), "isolated-mounts probe input");
        writer.setDaemon(true);
        writer.start();
    }

    private static void write(byte[] bytes, OutputStream stream) {
        try (stream) {
            stream.write(bytes);
        } catch (IOException e) {
            // the process has ended without having read it all
        }
    }
}

package org.isolatedmounts.internal.availability.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a process writes; its end is not waited for without a limit, as any child of it can keep the pipe open. */
final class Output {

    private static final int ENOUGH = 8192;
    private static final long MILLIS_AFTER_THE_END = 1000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader;

    Output(InputStream stream) {
        reader = new Thread(() -> drain(stream), "isolated-mounts probe output");
        reader.setDaemon(true);
        reader.start();
    }

    String text() throws InterruptedException {
        reader.join(MILLIS_AFTER_THE_END);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[ENOUGH];
        try (stream) {
            for (int count; (count = stream.read(buffer)) >= 0; ) {
                bytes.write(buffer, 0, Math.min(count, ENOUGH - Math.min(ENOUGH, bytes.size())));
            }
        } catch (IOException e) {
            // the process was killed: what it said before is enough
        }
    }
}

package org.isolatedmounts.internal.fork.output;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.StreamCharsets;

/** {@code System.out} and {@code System.err} of a fork as events; what bypasses them reaches the supervisor by itself. */
public final class ForkOutput extends OutputStream {

    /** An event passes whole through the memory of the supervisor, which is small. */
    private static final int MOST_AT_ONCE = 1 << 16;

    private final EventWriter events;
    private final ForkEvent.Stream stream;

    private ForkOutput(EventWriter events, ForkEvent.Stream stream) {
        this.events = events;
        this.stream = stream;
    }

    public static void redirect(EventWriter events, Map<String, String> parameters) {
        System.setIn(new ByteArrayInputStream(new byte[0]));
        System.setOut(
                new ForkPrintStream(new ForkOutput(events, ForkEvent.Stream.OUT), StreamCharsets.out(parameters)));
        System.setErr(
                new ForkPrintStream(new ForkOutput(events, ForkEvent.Stream.ERR), StreamCharsets.err(parameters)));
    }

    void print(String text) {
        int from = 0;
        while (from < text.length()) {
            int end = Math.min(text.length(), from + MOST_AT_ONCE);
            // the two halves of a character must stay together
            boolean halved = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
            end = halved ? end - 1 : end;
            events.write(new ForkEvent.Text(stream, text.substring(from, end)));
            from = end;
        }
    }

    @Override
    public void write(int value) {
        events.write(new ForkEvent.Output(stream, new byte[] {(byte) value}));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int from = offset; from < end; from += MOST_AT_ONCE) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(end, from + MOST_AT_ONCE));
            events.write(new ForkEvent.Output(stream, part));
        }
    }
}

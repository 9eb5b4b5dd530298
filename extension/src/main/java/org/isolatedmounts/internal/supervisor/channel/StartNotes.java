package org.isolatedmounts.internal.supervisor.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The lines with which a JVM begins its standard error if it takes options from variables of its environment. The host JVM
 * has written the same, once; the tests, to which the output of forks belongs, would not have.
 */
public final class StartNotes {

    private final List<byte[]> lines = new ArrayList<>();

    private StartNotes() {}

    public static StartNotes none() {
        return new StartNotes();
    }

    /** As the launcher of JDKs writes them, and the JVM itself. */
    public static StartNotes of(Map<String, String> optionVariables) {
        StartNotes notes = new StartNotes();
        Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding"));
        optionVariables.forEach((name, value) -> {
            String line = "Picked up " + name + ": " + value + "\n";
            notes.lines.add(line.getBytes(charset));
            notes.lines.add(("NOTE: " + line).getBytes(charset));
        });
        return notes;
    }

    /** What follows them in a stream. */
    InputStream skipIn(InputStream in) throws IOException {
        int longest = lines.stream().mapToInt(line -> line.length).max().orElse(0);
        PushbackInputStream rest = new PushbackInputStream(in, Math.max(1, longest));
        boolean skipped = true;
        while (skipped) {
            skipped = skipOne(rest);
        }
        return rest;
    }

    private boolean skipOne(PushbackInputStream in) throws IOException {
        ByteArrayOutputStream begun = new ByteArrayOutputStream();
        while (mayBegin(begun.toByteArray())) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            begun.write(next);
            if (lines.stream().anyMatch(line -> Arrays.equals(line, begun.toByteArray()))) {
                return true;
            }
        }
        in.unread(begun.toByteArray());
        return false;
    }

    private boolean mayBegin(byte[] begun) {
        return lines.stream()
                .anyMatch(line ->
                        begun.length < line.length && Arrays.equals(line, 0, begun.length, begun, 0, begun.length));
    }
}

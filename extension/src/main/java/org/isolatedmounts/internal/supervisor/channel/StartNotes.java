package org.isolatedmounts.internal.supervisor.channel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
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
        BufferedInputStream rest = new BufferedInputStream(in);
        boolean skipped = true;
        while (skipped) {
            skipped = false;
            for (byte[] line : lines) {
                skipped |= skip(line, rest);
            }
        }
        return rest;
    }

    private static boolean skip(byte[] line, BufferedInputStream in) throws IOException {
        in.mark(line.length);
        for (byte expected : line) {
            if (in.read() != Byte.toUnsignedInt(expected)) {
                in.reset();
                return false;
            }
        }
        return true;
    }
}

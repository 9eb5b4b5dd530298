package org.isolatedmounts.it.suites;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.isolatedmounts.it.fidelity.Recording;

/** Events as lines of a file: a suite tells more than one wants to hold in memory. */
final class EventFile {

    private EventFile() {}

    static final class Writer implements AutoCloseable {

        private final BufferedWriter writer;

        Writer(Path file) throws IOException {
            writer = Files.newBufferedWriter(file);
        }

        void write(Recording.Event event) {
            try {
                writer.write(escaped(event.kind()) + "\t" + escaped(event.subject()) + "\t" + escaped(event.text()));
                writer.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    static void read(Path file, Consumer<Recording.Event> events) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.split("\t", -1);
                events.accept(new Recording.Event(plain(words[0]), plain(words[1]), plain(words[2])));
            }
        }
    }

    /** In one line and in ASCII, as half of a surrogate pair has no encoding. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\\' || c > '~') {
                escaped.append(String.format("\\%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String plain(String escaped) {
        StringBuilder plain = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '\\') {
                plain.append((char) Integer.parseInt(escaped.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(escaped.charAt(i));
            }
        }
        return plain.toString();
    }
}

package sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was run, a line each, in a file of the project. */
public final class Traces {

    private Traces() {}

    public static void leave(String line) {
        try {
            Files.writeString(
                    Path.of("traces.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes down in which mount namespace a class was initialised; the working directory is the project's. */
final class Traces {

    private Traces() {}

    static void leave(Class<?> type) {
        try {
            String line = "%s %s %s%n"
                    .formatted(
                            System.getProperty("sample.launcher", "unnamed"),
                            type.getSimpleName(),
                            Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")));
            Files.writeString(
                    Path.of("traces.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

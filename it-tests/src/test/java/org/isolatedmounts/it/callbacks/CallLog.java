package org.isolatedmounts.it.callbacks;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Who was called where, written to a file that a system property names. */
public final class CallLog {

    public static final String PROPERTY = "it.call-log";

    /** Unlike the number of a namespace or a process, not given to another one later. */
    private static final UUID JVM = UUID.randomUUID();

    public record Call(String name, String namespace, UUID jvm) {}

    private CallLog() {}

    public static void add(String name) {
        try {
            String namespace =
                    Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString();
            String line = name + " " + namespace + " " + JVM + "\n";
            Files.writeString(Path.of(System.getProperty(PROPERTY)), line, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Call> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .map(words -> new Call(words[0], words[1], UUID.fromString(words[2])))
                .toList();
    }
}

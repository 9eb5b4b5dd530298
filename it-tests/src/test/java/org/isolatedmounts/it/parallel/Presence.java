package org.isolatedmounts.it.parallel;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.UUID;

/** Files of the host that say who is running right now, for tests in different processes. */
final class Presence implements AutoCloseable {

    private static final String SUFFIX = ".present";

    private final String name;
    private final Path file;

    private Presence(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    /** Until it is closed, others see somebody of that name. */
    static Presence of(String name) throws IOException {
        return new Presence(name, Files.createFile(directory().resolve(name + "-" + UUID.randomUUID() + SUFFIX)));
    }

    /** How many are there whose names begin like this one's, itself included. */
    int count() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory(), name + "*" + SUFFIX)) {
            files.forEach(found -> names.add(found.toString()));
        }
        return names.size();
    }

    private static Path directory() {
        return Path.of(System.getProperty(FileBarrier.PROPERTY));
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}

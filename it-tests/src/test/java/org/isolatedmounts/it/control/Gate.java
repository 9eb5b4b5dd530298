package org.isolatedmounts.it.control;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A file of the host that one process makes and another waits for. */
public record Gate(Path file) {

    private static final String PROPERTY = "it.gates";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** One in the directory that all processes of a test know. */
    public static Gate of(String name) {
        return new Gate(Path.of(System.getProperty(PROPERTY)).resolve(name));
    }

    /** For the JVM that runs the tests; forks have its system properties. */
    public static String option(Path directory) {
        return "-D" + PROPERTY + "=" + directory;
    }

    static void in(Path directory) {
        System.setProperty(PROPERTY, directory.toString());
    }

    public void open() throws IOException {
        Files.createFile(file);
    }

    boolean isOpen() {
        return Files.exists(file);
    }

    public void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (WatchService watch = file.getFileSystem().newWatchService()) {
            file.getParent().register(watch, ENTRY_CREATE);
            while (!isOpen()) {
                var key = watch.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    throw new AssertionError(file.getFileName() + " did not come within " + LIMIT);
                }
                key.reset();
            }
        }
    }
}

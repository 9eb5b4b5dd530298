package org.isolatedmounts.it.parallel;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where tests in different processes meet: each leaves a file in a directory of the host and waits for the other's. */
final class FileBarrier {

    static final String PROPERTY = "it.barrier";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private FileBarrier() {}

    /** Returns when the other has arrived too, at the latest after the limit. */
    static void meet(String self, String other) throws IOException, InterruptedException, TimeoutException {
        Path directory = Path.of(System.getProperty(PROPERTY));
        String namespace = Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString();
        Path written = Files.writeString(directory.resolve(self + ".new"), namespace);
        Files.move(written, directory.resolve(self));
        await(directory, other);
    }

    /** Returns when a file is there. */
    static void await(String file) {
        try {
            await(Path.of(System.getProperty(PROPERTY)), file);
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves a file for others, which may be there already. */
    static void arrive(String file) {
        try {
            Files.writeString(Path.of(System.getProperty(PROPERTY)).resolve(file), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean hasArrived(String file) {
        return Files.exists(Path.of(System.getProperty(PROPERTY)).resolve(file));
    }

    private static void await(Path directory, String file) throws IOException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            WatchKey key = directory.register(watch, ENTRY_CREATE);
            while (!Files.exists(directory.resolve(file))) {
                if (watch.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) == null) {
                    throw new TimeoutException(file + " did not come within " + LIMIT);
                }
                key.reset();
            }
        }
    }
}

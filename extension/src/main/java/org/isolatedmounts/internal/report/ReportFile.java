package org.isolatedmounts.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The page on disk. The JVMs of one run add to it, one at a time; the page itself is what they lock, and what is added is
 * appended: whoever is killed, and when, leaves no second file, and all that was there before.
 */
public final class ReportFile {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ReportFile() {}

    /**
     * Adds a session to the page of its run, or begins a page in the place of an earlier run's.
     *
     * @param directory made if it does not exist
     * @return the page
     */
    public static Path write(Path directory, RunLog log) throws IOException {
        return write(directory, log, ProcessIdentity.ofRun(), ProcessIdentity.ofSelf());
    }

    /** A lock holds for the whole JVM: within it, one thread after the other. */
    static synchronized Path write(Path directory, RunLog log, String run, String jvm) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("report.html");
        try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
                FileLock lock = lock(channel, file)) {
            String page = read(channel);
            Optional<String> kept = ReportPage.completePart(page, log, run, jvm);
            channel.truncate(kept.map(text -> text.getBytes(UTF_8).length).orElse(0));
            append(channel, kept.isPresent() ? "" : ReportPage.head(run));
            append(channel, ReportPage.data(log, jvm));
            assert lock.isValid();
        }
        return file;
    }

    private static FileLock lock(FileChannel channel, Path file) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        FileLock lock = channel.tryLock();
        while (lock == null) {
            if (System.nanoTime() > end) {
                throw new IOException("another JVM holds " + file + " for more than " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            lock = channel.tryLock();
        }
        return lock;
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // on to its end
        }
        return new String(bytes.array(), 0, bytes.position(), UTF_8);
    }

    private static void append(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}

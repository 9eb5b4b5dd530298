package org.isolatedmounts.internal.fork;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.junit.platform.engine.reporting.FileEntry;

/** Tells of files and directories that a test publishes, with their content: their path may exist in the fork only. */
final class PublishedFiles {

    /** An event passes whole through the memory of the supervisor, which is small. */
    private static final int MOST_AT_ONCE = 1 << 16;

    private final EventWriter events;
    private final Supplier<Path> root;

    /** Takes the directory for the output of tests, which JUnit makes when it is asked for. */
    PublishedFiles(EventWriter events, Supplier<Path> root) {
        this.events = events;
        this.root = root;
    }

    void publish(String uniqueId, FileEntry entry) {
        Path path = entry.getPath();
        boolean directory = Files.isDirectory(path);
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                send(file);
            }
        } catch (IOException e) {
            events.write(new ForkEvent.Warning("the content of the published file " + path + " is lost: " + e));
        }
        events.write(new ForkEvent.FilePublished(
                uniqueId, relative(path), directory, entry.getMediaType().orElse(null)));
    }

    private void send(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] part = in.readNBytes(MOST_AT_ONCE);
            boolean first = true;
            while (first || part.length > 0) {
                events.write(new ForkEvent.FileContent(relative(file), first, part));
                first = false;
                part = in.readNBytes(MOST_AT_ONCE);
            }
        }
    }

    private String relative(Path path) {
        return root.get().toAbsolutePath().relativize(path.toAbsolutePath()).toString();
    }
}

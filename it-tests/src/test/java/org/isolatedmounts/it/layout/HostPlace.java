package org.isolatedmounts.it.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A directory of the host at a place that annotations can name, there as long as a test class runs. */
final class HostPlace implements BeforeAllCallback, AfterAllCallback {

    static final String PLACE = "/tmp/isolated-mounts-it";

    /** A directory that a bind mount may have as its source. */
    static final String SOURCE = PLACE + "/source";

    /** A file that a bind mount may have as its source. */
    static final String FILE = PLACE + "/file";

    private static final Path DIRECTORY = Path.of(PLACE);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        delete();
        Files.createDirectories(Path.of(SOURCE, "sub"));
        Files.writeString(Path.of(SOURCE, "file"), "of the source");
        Files.writeString(Path.of(FILE), "a file");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        delete();
    }

    /** What an earlier run that was killed has left is in the way. */
    private static void delete() throws IOException {
        if (Files.exists(DIRECTORY, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(DIRECTORY)) {
                files = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}

package org.isolatedmounts.it.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.it.harness.FileTree;
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
        // what an earlier run that was killed has left is in the way
        FileTree.delete(DIRECTORY);
        Files.createDirectories(Path.of(SOURCE, "sub"));
        Files.writeString(Path.of(SOURCE, "file"), "of the source");
        Files.writeString(Path.of(FILE), "a file");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        FileTree.delete(DIRECTORY);
    }
}

package org.isolatedmounts.it.fidelity.cases;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** Temporary directories that cannot be had, and that cannot be removed, as the test takes their file system away. */
@IsolatedMounts
public class TempDirTestCase {

    @Test
    void isClosed(@TempDir(factory = InZip.class) Path directory) throws IOException {
        Files.createFile(directory.resolve("file"));
        directory.getFileSystem().close();
    }

    @Test
    void isClosedAndFails(@TempDir(factory = InZip.class) Path directory) throws IOException {
        directory.getFileSystem().close();
        throw new IllegalStateException("the test");
    }

    @Test
    void isKept(@TempDir(factory = InZip.class, cleanup = CleanupMode.NEVER) Path directory) throws IOException {
        directory.getFileSystem().close();
    }

    @Test
    void cannotBeMade(@TempDir(factory = Failing.class) Path directory) {
        throw new AssertionError(directory);
    }

    @Nested
    class OfClass {

        @TempDir(factory = InZip.class)
        static Path shared;

        @BeforeAll
        static void close() throws IOException {
            shared.getFileSystem().close();
        }

        @Test
        void first() {}

        @Test
        void second() {}
    }

    static class InZip implements TempDirFactory {

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            Path file = Files.createTempFile("it", ".zip");
            Files.delete(file);
            file.toFile().deleteOnExit();
            FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of("create", "true"));
            return Files.createDirectory(zip.getPath("/directory"));
        }
    }

    static class Failing implements TempDirFactory {

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            throw new IOException("no directory");
        }

        @Override
        public void close() throws IOException {
            throw new IOException("nor an end");
        }
    }
}

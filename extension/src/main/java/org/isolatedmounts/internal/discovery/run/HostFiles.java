package org.isolatedmounts.internal.discovery.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.isolatedmounts.internal.event.ForkEvent;
import org.junit.platform.engine.reporting.FileEntry;

/** Published files of a fork in the output directory of the host's run, where they would be without isolation. */
public final class HostFiles {

    private final Supplier<Path> root;

    /** Takes the output directory, which JUnit makes when it is asked for. */
    public HostFiles(Supplier<Path> root) {
        this.root = root;
    }

    /** A file that cannot be written is told of, and changes no outcome. */
    public void write(ForkEvent.FileContent content) {
        Path file = resolve(content.path());
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(
                    file,
                    content.bytes(),
                    StandardOpenOption.CREATE,
                    content.first() ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            HostOutput.warn("the published file " + file + " could not be written: " + e);
        }
    }

    public FileEntry entry(ForkEvent.FilePublished published) {
        Path path = resolve(published.path());
        if (published.directory()) {
            try {
                Files.createDirectories(path);
            } catch (IOException e) {
                HostOutput.warn("the published directory " + path + " could not be made: " + e);
            }
        }
        return FileEntry.from(path, published.mediaType());
    }

    private Path resolve(String relative) {
        return root.get().toAbsolutePath().resolve(relative).normalize();
    }
}

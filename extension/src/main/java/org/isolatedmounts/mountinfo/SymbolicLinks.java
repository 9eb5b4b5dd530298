package org.isolatedmounts.mountinfo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads symbolic links, which a table of mounts does not contain, as some process sees them. */
@FunctionalInterface
public interface SymbolicLinks {

    /**
     * Reads a link.
     *
     * @param path absolute; none of the directories on the way is a link itself
     * @return what the link contains, absolute or relative to its directory; empty if the path is no link or does not
     *     exist
     * @throws IOException if that cannot be found out
     */
    Optional<String> target(String path) throws IOException;

    /**
     * Reads links as this process sees them.
     *
     * @return such a reader
     */
    static SymbolicLinks ofSelf() {
        return path -> read(path, path);
    }

    /**
     * Reads links as another process sees them, in its mount namespace and below its root directory: by way of
     * {@code /proc/<pid>/root}, which needs the same privilege as ptrace(2).
     *
     * @param pid the process id, in the pid namespace of {@code /proc}
     * @return such a reader
     */
    static SymbolicLinks ofProcess(long pid) {
        return path -> read(path, "/proc/" + pid + "/root" + path);
    }

    private static Optional<String> read(String path, String throughProc) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of(throughProc)).toString());
        } catch (NotLinkException | NoSuchFileException e) {
            return Optional.empty();
        } catch (InvalidPathException e) {
            throw new IOException(
                    "this JVM cannot express the path " + MountText.visible(path) + " in the encoding "
                            + System.getProperty("sun.jnu.encoding") + "; start it with LC_ALL=C.UTF-8",
                    e);
        }
    }
}

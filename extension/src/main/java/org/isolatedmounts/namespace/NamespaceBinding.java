package org.isolatedmounts.namespace;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file on which the file of a mount namespace is bind-mounted, which keeps the namespace though nobody lives there and
 * this JVM ends; {@code nsenter --mount=<file>} leads into it.
 */
public final class NamespaceBinding implements AutoCloseable {

    private final Path file;

    private NamespaceBinding(Path file) {
        this.file = file;
    }

    /**
     * A binding that exists, such as one of an earlier JVM.
     *
     * @param file the file
     * @return the binding, to be released
     * @throws NamespaceException if the file is not that of a mount namespace
     * @throws IOException if it cannot be looked at
     */
    public static NamespaceBinding at(Path file) throws IOException {
        MountNamespace.ofFile(file).close();
        return new NamespaceBinding(file.toAbsolutePath());
    }

    static NamespaceBinding make(NamespaceFile namespace, Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        try {
            Files.createFile(absolute);
        } catch (FileAlreadyExistsException e) {
            throw new NamespaceException(
                    file + " exists. The file to keep " + namespace.id() + " must be a new one.", e);
        }
        try {
            MountCommand.run(List.of(
                    "mount", "--no-canonicalize", "--bind", namespace.path().toString(), absolute.toString()));
        } catch (IOException e) {
            Files.delete(absolute);
            throw e;
        }
        return new NamespaceBinding(absolute);
    }

    /**
     * The file.
     *
     * @return its absolute path
     */
    public Path file() {
        return file;
    }

    /** Releases the namespace: unmounts the file and deletes it. The namespace ends unless others hold it. */
    @Override
    public void close() throws IOException {
        MountCommand.run(List.of("umount", "--no-canonicalize", file.toString()));
        Files.delete(file);
    }
}

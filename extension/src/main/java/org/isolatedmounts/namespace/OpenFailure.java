package org.isolatedmounts.namespace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why the file of a namespace could not be opened, and what to do. */
final class OpenFailure {

    private OpenFailure() {}

    static NamespaceException of(Path file, IOException e) {
        String open = "open(\"" + file + "\"): ";
        if (!Files.exists(Path.of("/proc/self/ns/mnt"))) {
            return new NamespaceException(
                    open + "there is no /proc/self/ns/mnt; mount namespaces are a matter of Linux with /proc mounted.",
                    e);
        }
        if (e instanceof NoSuchFileException) {
            return new NamespaceException(
                    open + "ENOENT. "
                            + (file.startsWith("/proc")
                                    ? "The process or thread has ended, or /proc belongs to another pid namespace or hides it."
                                    : "There is no such file."),
                    e);
        }
        if (e instanceof AccessDeniedException) {
            return new NamespaceException(
                    open
                            + "EACCES. The namespaces of a process can be seen by root, and by processes of the same user that"
                            + " have all its capabilities (ptrace(2), PTRACE_MODE_READ_FSCREDS).",
                    e);
        }
        return new NamespaceException(open + reason(e), e);
    }

    static NamespaceException wrongType(Path file, String type, String found) {
        return new NamespaceException(file + " is not the file of a " + type + " namespace: " + found
                + ". Such files are /proc/<pid>/ns/" + type + " and files on which one of these is bind-mounted.");
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : String.valueOf(e.getMessage());
    }
}

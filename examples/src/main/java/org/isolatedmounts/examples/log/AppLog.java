package org.isolatedmounts.examples.log;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A log that goes to a file, or, where that cannot be written, to the console, after one line that says why.
 *
 * <p>A service should not die because its log directory is read-only, and should not fall silent either. Which of the two
 * reasons it was matters to who has to mend it: missing permission (EACCES) is a matter of chmod(1), a read-only
 * filesystem (EROFS) one of mount(8), where chmod(1) does not help. Root knows only the second: it writes into any
 * directory, whatever its mode, so a test that uses chmod(1) to provoke the failure passes on a laptop and fails in a
 * container.
 */
public final class AppLog {

    private final Path file;
    private final PrintStream console;
    private final boolean toFile;

    private AppLog(Path file, PrintStream console, boolean toFile) {
        this.file = file;
        this.console = console;
        this.toFile = toFile;
    }

    public static AppLog open(Path file, PrintStream console) {
        try {
            Files.writeString(file, "", CREATE, APPEND);
            return new AppLog(file, console, true);
        } catch (IOException e) {
            console.println("logging to the console: cannot write " + file + ": " + reason(e));
            return new AppLog(file, console, false);
        }
    }

    public boolean isToFile() {
        return toFile;
    }

    public void info(String message) {
        if (!toFile) {
            console.println(message);
            return;
        }
        try {
            Files.writeString(file, message + System.lineSeparator(), StandardCharsets.UTF_8, CREATE, APPEND);
        } catch (IOException e) {
            // the file was fine a moment ago: the next message tries it again
            console.println(message + " (not in " + file + ": " + reason(e) + ")");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        // Java has no exception type for EROFS, only the text of strerror(3)
        if (e instanceof FileSystemException f && "Read-only file system".equals(f.getReason())) {
            return "it is on a read-only filesystem";
        }
        return e.toString();
    }
}

package org.isolatedmounts.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether a person watches what is written to standard error. */
public final class Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final int FILE_TYPE = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;

    private Terminal() {}

    /** A terminal that can erase a line, and not a CI server's. */
    public static boolean isWatched(Map<String, String> environment) {
        return isWatched(environment, STANDARD_ERROR);
    }

    static boolean isWatched(Map<String, String> environment, Path standardError) {
        String ci = environment.getOrDefault("CI", "");
        boolean isQuiet = !ci.isEmpty() && !ci.equals("false");
        return !isQuiet && !"dumb".equals(environment.get("TERM")) && isTerminal(standardError);
    }

    private static boolean isTerminal(Path file) {
        try {
            int mode = (Integer) Files.getAttribute(file, "unix:mode");
            return (mode & FILE_TYPE) == CHARACTER_DEVICE
                    && isOfTerminals(major((Long) Files.getAttribute(file, "unix:rdev")));
        } catch (IOException | RuntimeException e) {
            // closed, or no Linux
            return false;
        }
    }

    private static long major(long device) {
        return ((device >> 8) & 0xfff) | ((device >> 32) & ~0xfffL);
    }

    /** The numbers in the kernel's devices.txt: consoles and serial lines, /dev/tty and /dev/console, /dev/pts. */
    private static boolean isOfTerminals(long major) {
        return major == 4 || major == 5 || (major >= 136 && major <= 143);
    }
}

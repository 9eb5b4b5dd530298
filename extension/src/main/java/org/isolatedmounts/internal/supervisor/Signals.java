package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Sends signals, as kill(2) does: by the ids of the supervisor's own pid namespace.
 *
 * <p>The JDK's way looks into {@code /proc}, which is the host's and knows other ids, and closes the pipes of the
 * process, with all that it had said last.
 */
final class Signals {

    private Signals() {}

    /** Kills a process that has not been waited for: its id is still its own. */
    static void kill(long pid) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -KILL \"$1\"", "sh", Long.toString(pid))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}

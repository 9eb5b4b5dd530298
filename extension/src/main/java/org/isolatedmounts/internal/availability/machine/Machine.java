package org.isolatedmounts.internal.availability.machine;

import java.util.List;
import java.util.Optional;

/** What is asked of the machine; {@link ThisMachine} is the real one. */
public interface Machine {

    /** As in the system property {@code os.name}. */
    String osName();

    /** The content of a file, stripped; empty if it does not exist or may not be read. */
    Optional<String> read(String path);

    /** Whether the path exists; symbolic links are not followed. */
    boolean exists(String path);

    boolean isDirectory(String path);

    boolean isEmptyDirectory(String path);

    boolean onPath(String program);

    /**
     * The command of a JVM with the classes of a supervisor, to be followed by the name of a main class; empty if what
     * they need is not found.
     *
     * @param temporaryDirectory of that JVM
     */
    Optional<List<String>> supervisorJvm(String temporaryDirectory);

    /**
     * Runs to the end, but never for long; output and errors are one text, in the C locale.
     *
     * @param input the standard input
     */
    CommandResult run(List<String> command, byte[] input);

    default CommandResult run(List<String> command) {
        return run(command, new byte[0]);
    }
}

package org.isolatedmounts.internal.plan;

/**
 * The file descriptors, besides its standard streams, with which the JVM of a fork starts: paths lead through the layout
 * by then. It opens them anew, by their paths, as the JDK opens nothing by number.
 */
public final class ForkPipes {

    /** A file of arguments for the java launcher. */
    public static final int ARGUMENTS = 3;

    /** A named pipe that takes {@code ForkEvent}s: a channel would be closed if a thread is interrupted as it writes. */
    public static final int EVENTS = 4;

    /** A pipe that has the word to go, a line, and then {@link ForkCommand}s. */
    public static final int COMMANDS = 5;

    /** The class archive, if there is one. */
    public static final int CLASS_ARCHIVE = 6;

    /** The exit status of a fork that could not enter its working directory. */
    public static final int NO_WORKING_DIRECTORY = 97;

    private ForkPipes() {}

    public static String path(int descriptor) {
        return "/proc/self/fd/" + descriptor;
    }
}

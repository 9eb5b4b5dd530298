package org.isolatedmounts.internal.fork.failure;

/**
 * The most that a fork tells at once. All of it together stays below the 16 MiB that a frame may have, with three bytes a
 * character: what passes whole through the supervisor must not fill its memory, which is small and serves all forks.
 */
public final class Limits {

    /** Of one text: a message, a display name, a value of a report entry. More than anyone reads, less than an editor minds. */
    static final int TEXT = 1_000_000;

    /** Of all texts that are told at once, as those of one failure with all its causes. */
    static final int TEXTS = 2_000_000;

    /** A text that is no longer is left alone: the note on what was cut would be longer. */
    static final int SHORT_TEXT = 100;

    /** Of the causes of one failure, and so of how deep a description is nested. */
    static final int DEPTH = 100;

    /** Of one failure, with all that is a cause or suppressed. */
    static final int THROWABLES = 1_000;

    /** Of one stack trace; by default a JVM keeps 1,024. */
    static final int FRAMES = 2_000;

    /** Of all stack traces of one failure. */
    static final int ALL_FRAMES = 10_000;

    /** Of the names in all stack traces of one failure. */
    static final int FRAME_TEXTS = 1_000_000;

    /** Of one report entry. */
    static final int PAIRS = 1_000;

    /** Bytes of a serialised failure: one text of the greatest length in any script, and something around it. */
    static final int SERIALIZED = 4_000_000;

    /** Bytes of a serialised source of a test; there is no shorter form of it than none. */
    public static final int SOURCE = 1_000_000;

    /** Of each text of a failure for which there is hardly any memory left. */
    static final int TEXT_IN_NEED = 10_000;

    private Limits() {}

    static String note(long left, long all, String what) {
        return String.format(
                java.util.Locale.ROOT, "[isolated-mounts: cut here, %,d of %,d %s left out]", left, all, what);
    }
}

package org.isolatedmounts.internal.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A throwable on its way to the host JVM.
 *
 * @param serialized the throwable itself, proven to survive a round trip; empty where it does not
 * @param description what can always be told of it
 */
public record Failure(byte[] serialized, Description description) {

    /**
     * What can be told of any throwable; causes are followed as far as they do not repeat.
     *
     * @param text as {@code toString} gives it
     * @param expected what an assertion expected, as text
     * @param failures those of which a {@code MultipleFailuresError} consists
     */
    public record Description(
            Kind kind,
            String text,
            @Nullable String message,
            List<StackTraceElement> stackTrace,
            @Nullable Description cause,
            List<Description> suppressed,
            @Nullable String expected,
            @Nullable String actual,
            List<Description> failures) {}

    /** What tools make of a throwable by its type. */
    public enum Kind {
        ASSERTION,
        MULTIPLE,
        ABORTED,
        OTHER
    }
}

package org.isolatedmounts.internal.event;

import java.util.List;
import org.isolatedmounts.internal.wire.Nullable;

/**
 * A throwable on its way to the host JVM.
 *
 * @param serialized the throwable itself, proven to survive a round trip; empty if it does not
 * @param description what can always be told of it
 */
public record Failure(byte[] serialized, Description description) {

    /**
     * What can be told of any throwable; causes are followed as far as they do not repeat.
     *
     * @param text as {@code toString} gives it; absent if it is class and message, as it mostly is
     * @param expected what an assertion expected, as text
     * @param failures those of which a {@code MultipleFailuresError} consists
     */
    public record Description(
            Kind kind,
            String className,
            String simpleName,
            @Nullable String text,
            @Nullable String message,
            List<StackTraceElement> stackTrace,
            @Nullable Description cause,
            List<Description> suppressed,
            @Nullable String expected,
            @Nullable String actual,
            List<Description> failures) {

        /** As {@code toString} gives it. */
        public String printed() {
            return text != null ? text : usual(className, message);
        }

        /** What a throwable prints of itself if its class does not say otherwise. */
        public static String usual(String className, @Nullable String message) {
            return message == null ? className : className + ": " + message;
        }
    }

    /** What tools make of a throwable by its type. */
    public enum Kind {
        /** {@code AssertionError}. */
        ASSERTION,
        /** {@code AssertionFailedError}, with values to compare. */
        COMPARISON,
        MULTIPLE,
        ABORTED,
        /** {@code IncompleteExecutionException} that is not {@link #ABORTED}. */
        INCOMPLETE,
        ERROR,
        EXCEPTION,
        /** {@code RuntimeException}. */
        OTHER,
        THROWABLE
    }
}

package org.isolatedmounts.internal.fork.failure;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.isolatedmounts.internal.failure.Likeness;
import org.isolatedmounts.internal.failure.StandIns;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.IncompleteExecutionException;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** What a throwable says of itself; its class may have overridden that with anything, which never throws here. */
final class Likenesses {

    private Likenesses() {}

    /** A stand-in that still has the throwable's own causes and the like. */
    static Throwable standIn(Throwable throwable, StandIns standIns) {
        AssertionFailedError comparison = throwable instanceof AssertionFailedError error ? error : null;
        String message = message(throwable);
        Throwable standIn = standIns.of(new Likeness(
                kindOf(throwable),
                throwable.getClass().getName(),
                simpleName(throwable),
                unusual(throwable, message),
                message,
                comparison == null ? null : ask(comparison::getExpected, null),
                comparison == null ? null : ask(comparison::getActual, null),
                failures(throwable)));
        standIn.setStackTrace(stackTrace(throwable));
        cause(throwable).ifPresent(standIn::initCause);
        Stream.of(throwable.getSuppressed()).forEach(standIn::addSuppressed);
        return standIn;
    }

    static @Nullable String message(Throwable throwable) {
        return ask(throwable::getMessage, "getMessage() fails");
    }

    /** What {@code toString} gives, if that is not class and message. */
    static @Nullable String unusual(Throwable throwable, @Nullable String message) {
        String name = throwable.getClass().getName();
        String text = ask(throwable::toString, name + ", whose toString() fails");
        return isUsual(String.valueOf(text), name, message) ? null : String.valueOf(text);
    }

    /** Without making another text of that length. */
    private static boolean isUsual(String text, String name, @Nullable String message) {
        return message == null
                ? text.equals(Description.usual(name, null))
                : text.length() == name.length() + 2 + message.length()
                        && text.startsWith(name)
                        && text.startsWith(": ", name.length())
                        && text.endsWith(message);
    }

    static String simpleName(Throwable throwable) {
        String name = ask(() -> throwable.getClass().getSimpleName(), "");
        return name == null ? "" : name;
    }

    static StackTraceElement[] stackTrace(Throwable throwable) {
        StackTraceElement[] trace = ask(throwable::getStackTrace, null);
        return trace == null || Stream.of(trace).anyMatch(frame -> frame == null) ? new StackTraceElement[0] : trace;
    }

    static Optional<Throwable> cause(Throwable throwable) {
        return Optional.ofNullable(ask(throwable::getCause, null)).filter(cause -> cause != throwable);
    }

    static List<Throwable> failures(Throwable throwable) {
        List<Throwable> failures =
                throwable instanceof MultipleFailuresError error ? ask(error::getFailures, null) : null;
        return failures == null ? List.of() : failures;
    }

    static Kind kindOf(Throwable throwable) {
        if (throwable instanceof Error) {
            return throwable instanceof MultipleFailuresError
                    ? Kind.MULTIPLE
                    : throwable instanceof AssertionFailedError
                            ? Kind.COMPARISON
                            : throwable instanceof AssertionError ? Kind.ASSERTION : Kind.ERROR;
        }
        if (throwable instanceof TestAbortedException || isAbortedByJUnit4(throwable.getClass())) {
            return Kind.ABORTED;
        }
        return throwable instanceof IncompleteExecutionException
                ? Kind.INCOMPLETE
                : throwable instanceof RuntimeException
                        ? Kind.OTHER
                        : throwable instanceof Exception ? Kind.EXCEPTION : Kind.THROWABLE;
    }

    private static boolean isAbortedByJUnit4(@Nullable Class<?> type) {
        return type != null
                && (type.getName().equals("org.junit.internal.AssumptionViolatedException")
                        || type.getName().equals("org.junit.AssumptionViolatedException")
                        || isAbortedByJUnit4(type.getSuperclass()));
    }

    static <T> @Nullable T ask(Callable<? extends @Nullable T> property, @Nullable T otherwise) {
        try {
            return property.call();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            return otherwise;
        }
    }
}

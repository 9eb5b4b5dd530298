package org.isolatedmounts.internal.fork;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.IncompleteExecutionException;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.ValueWrapper;

/** Makes a {@link Failure} of any throwable, without ever throwing one. */
final class FailureEncoder {

    private FailureEncoder() {}

    static Failure encode(Throwable throwable) {
        return new Failure(
                serialize(throwable), describe(throwable, Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    private static byte[] serialize(Throwable throwable) {
        try {
            byte[] bytes = Serialization.toBytes(throwable);
            Object copy = Serialization.fromBytes(bytes);
            boolean faithful = copy.getClass() == throwable.getClass()
                    && Objects.equals(((Throwable) copy).getMessage(), throwable.getMessage());
            return faithful ? bytes : new byte[0];
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            // an exception class may do anything in its serialisation; the description remains
            return new byte[0];
        }
    }

    private static Description describe(Throwable throwable, Set<Throwable> seen) {
        seen.add(throwable);
        return new Description(
                kindOf(throwable),
                textOf(throwable),
                messageOf(throwable),
                List.of(throwable.getStackTrace()),
                throwable.getCause() == null || seen.contains(throwable.getCause())
                        ? null
                        : describe(throwable.getCause(), seen),
                describe(List.of(throwable.getSuppressed()), seen),
                throwable instanceof AssertionFailedError error ? valueOf(error.getExpected()) : null,
                throwable instanceof AssertionFailedError error ? valueOf(error.getActual()) : null,
                throwable instanceof MultipleFailuresError error ? describe(error.getFailures(), seen) : List.of());
    }

    private static List<Description> describe(List<Throwable> throwables, Set<Throwable> seen) {
        return throwables.stream()
                .filter(throwable -> !seen.contains(throwable))
                .map(throwable -> describe(throwable, seen))
                .toList();
    }

    private static @Nullable String valueOf(@Nullable ValueWrapper value) {
        return value == null ? null : value.getStringRepresentation();
    }

    private static String textOf(Throwable throwable) {
        try {
            return throwable.toString();
        } catch (RuntimeException e) {
            return throwable.getClass().getName() + ": toString() failed with "
                    + e.getClass().getName();
        }
    }

    private static @Nullable String messageOf(Throwable throwable) {
        try {
            return throwable.getMessage();
        } catch (RuntimeException e) {
            return "getMessage() failed with " + e.getClass().getName();
        }
    }

    private static Kind kindOf(Throwable throwable) {
        if (throwable instanceof MultipleFailuresError) {
            return Kind.MULTIPLE;
        }
        if (throwable instanceof AssertionError) {
            return Kind.ASSERTION;
        }
        boolean aborted = throwable instanceof IncompleteExecutionException
                || throwable.getClass().getName().equals("org.junit.AssumptionViolatedException");
        return aborted ? Kind.ABORTED : Kind.OTHER;
    }
}

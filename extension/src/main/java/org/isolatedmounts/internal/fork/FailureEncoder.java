package org.isolatedmounts.internal.fork;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

    /** How far causes are followed, and how many throwables are told in all. */
    private static final int DEPTH = 100;

    private static final int THROWABLES = 1000;

    /** Those that lead from the first one to the one that is being described. */
    private final Set<Throwable> around = Collections.newSetFromMap(new IdentityHashMap<>());

    private int described;

    private FailureEncoder() {}

    static Failure encode(Throwable throwable) {
        return new Failure(serialize(throwable), new FailureEncoder().describe(throwable));
    }

    private static byte[] serialize(Throwable throwable) {
        try {
            byte[] bytes = Serialization.toBytes(throwable);
            Object copy = Serialization.fromBytes(bytes);
            boolean faithful = copy.getClass() == throwable.getClass()
                    && Objects.equals(((Throwable) copy).getMessage(), throwable.getMessage());
            return faithful ? bytes : new byte[0];
        } catch (Throwable e) {
            // an exception class may do anything in its serialisation; the description remains
            return new byte[0];
        }
    }

    private Description describe(Throwable throwable) {
        around.add(throwable);
        described++;
        try {
            return descriptionOf(throwable);
        } finally {
            around.remove(throwable);
        }
    }

    private Description descriptionOf(Throwable throwable) {
        List<Throwable> cause =
                ask(() -> Stream.ofNullable(throwable.getCause()).toList(), List.of());
        AssertionFailedError assertion = throwable instanceof AssertionFailedError error ? error : null;
        return new Description(
                kindOf(throwable),
                ask(throwable::toString, throwable.getClass().getName() + ", whose toString() fails"),
                ask(() -> Optional.ofNullable(throwable.getMessage()), Optional.of("getMessage() fails"))
                        .orElse(null),
                ask(() -> List.of(throwable.getStackTrace()), List.of()),
                describe(cause).stream().findFirst().orElse(null),
                describe(List.of(throwable.getSuppressed())),
                assertion == null ? null : valueOf(assertion.getExpected()),
                assertion == null ? null : valueOf(assertion.getActual()),
                throwable instanceof MultipleFailuresError error ? describe(error.getFailures()) : List.of());
    }

    /** One that is around itself is left out; one that is in two places, as failures that are suppressed, too, is not. */
    private List<Description> describe(List<Throwable> throwables) {
        return throwables.stream()
                .filter(throwable -> around.size() <= DEPTH && described < THROWABLES && !around.contains(throwable))
                .map(this::describe)
                .toList();
    }

    private static @Nullable String valueOf(@Nullable ValueWrapper value) {
        return value == null ? null : value.getStringRepresentation();
    }

    /** What a throwable says of itself; its class may have overridden that with anything. */
    private static <T> T ask(Callable<T> property, T otherwise) {
        try {
            return property.call();
        } catch (Throwable e) {
            return otherwise;
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

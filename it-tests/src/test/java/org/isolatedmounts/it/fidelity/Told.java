package org.isolatedmounts.it.fidelity;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.isolatedmounts.internal.report.MountsAtFailure;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.IncompleteExecutionException;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.ValueWrapper;

/**
 * All that can be told of a throwable, as text; of its stack trace only what lies above the test.
 *
 * <p>Left out: the report on mounts, which only an isolated test can have, frames of reflection, which change with the number of calls, and names that are made up at run time.
 */
final class Told {

    private static final int LONG = 2000;

    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private final String testPackage;

    private Told(String testPackage) {
        this.testPackage = testPackage;
    }

    /** Tells it, with stack traces down to the classes whose names begin with something. */
    static String of(Throwable throwable, String testPackage) {
        return new Told(testPackage).tell(throwable);
    }

    private String tell(Throwable throwable) {
        seen.add(throwable);
        // as reports print it: the class of a throwable that cannot be serialised is another one, and says so nowhere
        StringBuilder told = new StringBuilder(kind(throwable))
                .append(shortened(throwable.toString()))
                .append("\nmessage ")
                .append(shortened(throwable.getMessage()));
        if (throwable instanceof AssertionFailedError error) {
            told.append(values(error));
        }
        if (throwable instanceof MultipleFailuresError multiple) {
            told.append("\nfailures ").append(tell(multiple.getFailures().stream()));
        }
        testFrames(throwable).forEach(frame -> told.append("\n  at ").append(frame));
        if (throwable.getCause() != null && !seen.contains(throwable.getCause())) {
            told.append("\ncause ").append(tell(throwable.getCause()));
        }
        return told.append("\nsuppressed ")
                .append(tell(Stream.of(throwable.getSuppressed())
                        .filter(suppressed -> !(suppressed instanceof MountsAtFailure))))
                .toString();
    }

    private String tell(Stream<Throwable> throwables) {
        return throwables.map(this::tell).map(text -> text.indent(2)).collect(joining(", ", "[", "]"));
    }

    private static String kind(Throwable throwable) {
        return Stream.of(
                        MultipleFailuresError.class,
                        AssertionFailedError.class,
                        AssertionError.class,
                        IncompleteExecutionException.class)
                .filter(type -> type.isInstance(throwable))
                .findFirst()
                .map(type -> type.getSimpleName() + " ")
                .orElse("");
    }

    private static String values(AssertionFailedError error) {
        return "\nexpected " + value(error.isExpectedDefined(), error.getExpected()) + "\nactual "
                + value(error.isActualDefined(), error.getActual());
    }

    private static String value(boolean defined, ValueWrapper value) {
        return !defined
                ? "undefined"
                : value == null ? "null" : value.getStringRepresentation().replaceAll("@[0-9a-f]+", "@");
    }

    /** From the top to the frame of the test: what is below is the engine's and the launcher's. */
    private List<String> testFrames(Throwable throwable) {
        List<StackTraceElement> frames = List.of(throwable.getStackTrace());
        int end = frames.size();
        while (end > 0 && !frames.get(end - 1).getClassName().startsWith(testPackage)) {
            end--;
        }
        return frames.subList(0, end).stream()
                .filter(frame -> !frame.getClassName().contains(".reflect."))
                .map(frame -> frame.toString().replaceFirst("\\$ByteBuddy\\$\\w+", ""))
                .toList();
    }

    private static String shortened(String message) {
        return message == null || message.length() <= LONG
                ? String.valueOf(message).replaceAll("junit-timeout-thread-\\d+", "junit-timeout-thread")
                : message.length() + " characters, hash " + message.hashCode();
    }
}

package org.isolatedmounts.internal.failure;

import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.IncompleteExecutionException;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;
import org.opentest4j.ValueWrapper;

/** The superclasses of stand-ins, one for each kind: they differ in what they extend, and Java knows no other way. */
@SuppressWarnings("OverrideThrowableToString") // the message is the original one, the class is not
public final class StandInKinds {

    private StandInKinds() {}

    static Class<? extends Throwable> of(Kind kind) {
        return switch (kind) {
            case ASSERTION -> Assertion.class;
            case COMPARISON -> Comparison.class;
            case MULTIPLE -> Multiple.class;
            case ABORTED -> Aborted.class;
            case INCOMPLETE -> Incomplete.class;
            case ERROR -> OtherError.class;
            case EXCEPTION -> CheckedException.class;
            case OTHER -> Other.class;
            case THROWABLE -> OtherThrowable.class;
        };
    }

    public static class Assertion extends AssertionError {

        private static final long serialVersionUID = 1L;

        private final String className;
        private final @Nullable String text;

        public Assertion(Likeness likeness) {
            super(likeness.message());
            className = likeness.className();
            text = likeness.text();
        }

        @Override
        public String toString() {
            return text != null ? text : Description.usual(className, getMessage());
        }
    }

    public static class OtherError extends Error {

        private static final long serialVersionUID = 1L;

        private final String className;
        private final @Nullable String text;

        public OtherError(Likeness likeness) {
            super(likeness.message());
            className = likeness.className();
            text = likeness.text();
        }

        @Override
        public String toString() {
            return text != null ? text : Description.usual(className, getMessage());
        }
    }

    public static class CheckedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String className;
        private final @Nullable String text;

        public CheckedException(Likeness likeness) {
            super(likeness.message());
            className = likeness.className();
            text = likeness.text();
        }

        @Override
        public String toString() {
            return text != null ? text : Description.usual(className, getMessage());
        }
    }

    public static class Other extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String className;
        private final @Nullable String text;

        public Other(Likeness likeness) {
            super(likeness.message());
            className = likeness.className();
            text = likeness.text();
        }

        @Override
        public String toString() {
            return text != null ? text : Description.usual(className, getMessage());
        }
    }

    public static class OtherThrowable extends Throwable {

        private static final long serialVersionUID = 1L;

        private final String className;
        private final @Nullable String text;

        public OtherThrowable(Likeness likeness) {
            super(likeness.message());
            className = likeness.className();
            text = likeness.text();
        }

        @Override
        public String toString() {
            return text != null ? text : Description.usual(className, getMessage());
        }
    }

    public static class Aborted extends TestAbortedException {

        private static final long serialVersionUID = 1L;

        private final String className;
        private final @Nullable String text;

        public Aborted(Likeness likeness) {
            super(likeness.message());
            className = likeness.className();
            text = likeness.text();
        }

        @Override
        public String toString() {
            return text != null ? text : Description.usual(className, getMessage());
        }
    }

    public static class Incomplete extends IncompleteExecutionException {

        private static final long serialVersionUID = 1L;

        private final String className;
        private final @Nullable String text;

        public Incomplete(Likeness likeness) {
            super(likeness.message());
            className = likeness.className();
            text = likeness.text();
        }

        @Override
        public String toString() {
            return text != null ? text : Description.usual(className, getMessage());
        }
    }

    public static class Comparison extends AssertionFailedError {

        private static final long serialVersionUID = 1L;

        private final String className;
        private final @Nullable String text;
        private final boolean expectedDefined;
        private final boolean actualDefined;

        public Comparison(Likeness likeness) {
            super(likeness.message(), likeness.expected(), likeness.actual());
            className = likeness.className();
            text = likeness.text();
            expectedDefined = likeness.expected() != null;
            actualDefined = likeness.actual() != null;
        }

        @Override
        public boolean isExpectedDefined() {
            return expectedDefined;
        }

        @Override
        public boolean isActualDefined() {
            return actualDefined;
        }

        @Override
        public @Nullable ValueWrapper getExpected() {
            return expectedDefined ? super.getExpected() : null;
        }

        @Override
        public @Nullable ValueWrapper getActual() {
            return actualDefined ? super.getActual() : null;
        }

        @Override
        public String toString() {
            return text != null ? text : Description.usual(className, getMessage());
        }
    }

    public static class Multiple extends MultipleFailuresError {

        private static final long serialVersionUID = 1L;

        private final String className;
        private final @Nullable String text;
        private final @Nullable String message;

        public Multiple(Likeness likeness) {
            super(null, likeness.failures());
            className = likeness.className();
            text = likeness.text();
            message = likeness.message();
        }

        @Override
        public @Nullable String getMessage() {
            return message;
        }

        @Override
        public String toString() {
            return text != null ? text : Description.usual(className, message);
        }
    }
}

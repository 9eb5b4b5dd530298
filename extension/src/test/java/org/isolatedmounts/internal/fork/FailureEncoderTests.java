package org.isolatedmounts.internal.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;
import org.opentest4j.TestSkippedException;

class FailureEncoderTests {

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new AssertionError("a"), Kind.ASSERTION),
                Arguments.of(new AssertionFailedError("a", 1, 2), Kind.ASSERTION),
                Arguments.of(new MultipleFailuresError("m", List.of()), Kind.MULTIPLE),
                Arguments.of(new TestAbortedException("t"), Kind.ABORTED),
                Arguments.of(new TestSkippedException("t"), Kind.ABORTED),
                Arguments.of(new IOException("i"), Kind.OTHER),
                Arguments.of(new OutOfMemoryError("o"), Kind.OTHER));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsTheKindAndTheThrowableItself(Throwable throwable, Kind kind) throws Exception {
        Failure failure = FailureEncoder.encode(throwable);

        assertThat(failure.description().kind()).isEqualTo(kind);
        assertThat(failure.description().text()).isEqualTo(throwable.toString());
        assertThat(failure.description().message()).isEqualTo(throwable.getMessage());
        assertThat(failure.description().stackTrace()).containsExactly(throwable.getStackTrace());
        assertThat(copy(failure))
                .hasSameClassAs(throwable)
                .hasMessage(throwable.getMessage())
                .extracting(Throwable::getStackTrace)
                .isEqualTo(throwable.getStackTrace());
    }

    @Test
    void keepsExpectedAndActual() throws Exception {
        AssertionFailedError copy =
                (AssertionFailedError) copy(FailureEncoder.encode(new AssertionFailedError("m", "left", 2)));

        assertThat(copy.getExpected().getValue()).isEqualTo("left");
        assertThat(copy.getActual().getStringRepresentation()).isEqualTo("2");
    }

    @Test
    void followsCausesAndSuppressed() {
        Throwable throwable = new IllegalStateException("top", new IOException("cause"));
        throwable.addSuppressed(new IllegalArgumentException("first"));
        throwable.addSuppressed(new Error("second", new IOException("deep")));

        Description description = FailureEncoder.encode(throwable).description();

        assertThat(cause(description).message()).isEqualTo("cause");
        assertThat(description.suppressed()).extracting(Description::message).containsExactly("first", "second");
        assertThat(cause(description.suppressed().get(1)).message()).isEqualTo("deep");
    }

    /** As assertAll makes it. */
    @Test
    void keepsFailuresThatAreSuppressedToo() {
        AssertionError failure = new AssertionError("one of them");
        MultipleFailuresError throwable = new MultipleFailuresError("several", List.of(failure));
        throwable.addSuppressed(failure);

        Description description = FailureEncoder.encode(throwable).description();

        assertThat(description.failures()).extracting(Description::message).containsExactly("one of them");
        assertThat(description.suppressed()).extracting(Description::message).containsExactly("one of them");
    }

    @Test
    void aThrowableWithAFieldThatCannotBeSerialisedArrivesWithoutTheField() throws Exception {
        Throwable copy = copy(FailureEncoder.encode(new OddFieldException("odd")));

        assertThat(copy).isInstanceOf(OddFieldException.class).hasMessage("odd");
        assertThat(((OddFieldException) copy).odd).isNull();
    }

    static final Throwable[] UNSERIALISABLE = {
        new ThrowingWriteException(new NotSerializableException("no")),
        new ThrowingWriteException(new IllegalStateException("no")),
        new ThrowingWriteException(new StackOverflowError()),
        new ThrowingWriteException(new NoClassDefFoundError("no")),
        new ThrowingReadException(),
        new ReplacedException(),
        new ForgetfulException("message"),
    };

    @ParameterizedTest
    @FieldSource("UNSERIALISABLE")
    void whatDoesNotSurviveSerialisationIsDescribed(Throwable throwable) {
        Failure failure = FailureEncoder.encode(throwable);

        assertThat(failure.serialized()).isEmpty();
        assertThat(failure.description().text()).isEqualTo(throwable.toString());
        assertThat(failure.description().message()).isEqualTo(throwable.getMessage());
        assertThat(failure.description().stackTrace()).containsExactly(throwable.getStackTrace());
    }

    @Test
    void aMessageThatCannotBeHad() {
        Failure failure = FailureEncoder.encode(new ThrowingMessageException());

        assertThat(failure.serialized()).isEmpty();
        assertThat(failure.description().message()).isEqualTo("getMessage() fails");
    }

    @Test
    void cyclicCauses() throws Exception {
        Throwable first = new IllegalStateException("first");
        Throwable second = new IllegalStateException("second", first);
        first.initCause(second);

        Failure failure = FailureEncoder.encode(first);

        assertThat(cause(failure.description()).message()).isEqualTo("second");
        assertThat(cause(failure.description()).cause()).isNull();
        assertThat(copy(failure)).hasMessage("first").cause().hasMessage("second");
    }

    @Test
    void cyclicSuppressed() {
        Throwable first = new IllegalStateException("first");
        Throwable second = new IllegalStateException("second");
        first.addSuppressed(second);
        second.addSuppressed(first);

        Description description = FailureEncoder.encode(first).description();

        assertThat(description.suppressed()).extracting(Description::message).containsExactly("second");
        assertThat(description.suppressed().get(0).suppressed()).isEmpty();
    }

    @Test
    void hugeMessages() throws Exception {
        String huge = "x".repeat(5_000_000);

        Failure failure = FailureEncoder.encode(new IllegalStateException(huge));

        assertThat(failure.description().message()).isEqualTo(huge);
        assertThat(copy(failure)).hasMessage(huge);
    }

    @Test
    void aThousandCauses() {
        Description description = FailureEncoder.encode(chain(1_000)).description();

        assertThat(description.message()).isEqualTo("1000");
        assertThat(cause(description).message()).isEqualTo("999");
    }

    @Test
    void moreCausesThanAnyoneReads() {
        Description description = FailureEncoder.encode(chain(50_000)).description();

        int causes = 0;
        for (Description at = description.cause(); at != null; at = at.cause()) {
            causes++;
        }
        assertThat(causes).isEqualTo(100);
    }

    @Test
    void aThrowableThatFailsWhateverItIsAsked() {
        Failure failure = FailureEncoder.encode(new HostileError());

        assertThat(failure.serialized()).isEmpty();
        assertThat(failure.description().text()).isEqualTo(HostileError.class.getName() + ", whose toString() fails");
        assertThat(failure.description().cause()).isNull();
        assertThat(failure.description().stackTrace()).isEmpty();
    }

    private static class HostileError extends Error {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new OutOfMemoryError("getMessage");
        }

        @Override
        public String toString() {
            throw new StackOverflowError("toString");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("getCause");
        }

        @Override
        @SuppressWarnings("NullAway") // what it must not do
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }

    private static Throwable chain(int length) {
        Throwable throwable = new IllegalStateException("1");
        for (int i = 2; i <= length; i++) {
            throwable = new IllegalStateException(Integer.toString(i), throwable);
        }
        return throwable;
    }

    private static Throwable copy(Failure failure) throws Exception {
        return (Throwable) Serialization.fromBytes(failure.serialized());
    }

    private static Description cause(Description description) {
        return Objects.requireNonNull(description.cause());
    }

    private static class OddFieldException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final @Nullable Object odd = new Object();

        OddFieldException(String message) {
            super(message);
        }
    }

    private static class ThrowingWriteException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Throwable thrown;

        ThrowingWriteException(Throwable thrown) {
            super("message");
            this.thrown = thrown;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            if (thrown instanceof Error error) {
                throw error;
            } else if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
            throw (IOException) thrown;
        }
    }

    private static class ThrowingReadException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Object readResolve() {
            throw new IllegalStateException("no");
        }
    }

    private static class ReplacedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Object writeReplace() {
            return new IllegalStateException("instead");
        }
    }

    /** Its message does not come from the field that is serialised. */
    private static class ForgetfulException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient @Nullable String message;

        ForgetfulException(String message) {
            this.message = message;
        }

        @Override
        public @Nullable String getMessage() {
            return message;
        }
    }

    private static class ThrowingMessageException extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new NullPointerException();
        }
    }
}

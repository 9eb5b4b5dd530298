package org.isolatedmounts.internal.fork.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
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

    private static final int MOST_OF_A_FRAME = 16 << 20;

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new AssertionError("a"), Kind.ASSERTION),
                Arguments.of(new AssertionFailedError("a", 1, 2), Kind.COMPARISON),
                Arguments.of(new MultipleFailuresError("m", List.of()), Kind.MULTIPLE),
                Arguments.of(new TestAbortedException("t"), Kind.ABORTED),
                Arguments.of(new TestSkippedException("t"), Kind.INCOMPLETE),
                Arguments.of(new IOException("i"), Kind.EXCEPTION),
                Arguments.of(new OutOfMemoryError("o"), Kind.ERROR),
                Arguments.of(new IllegalStateException("i"), Kind.OTHER),
                Arguments.of(new Throwable("t"), Kind.THROWABLE));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsTheKindAndTheThrowableItself(Throwable throwable, Kind kind) throws Exception {
        Failure failure = FailureEncoder.encode(throwable);

        assertThat(failure.description().kind()).isEqualTo(kind);
        assertThat(failure.description().printed()).isEqualTo(throwable.toString());
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

    static final Throwable[] OF_THE_TEST = {
        new OddFieldException("odd"),
        new ThrowingWriteException(new NotSerializableException("no")),
        new ThrowingWriteException(new StackOverflowError()),
        new ThrowingReadException(),
        new ForgetfulException("message"),
        new IllegalStateException("around", new ThrowingReadException()),
        new AssertionFailedError("values", new OddFieldException("left"), List.of(new Object())),
        new MultipleFailuresError("several", List.of(new OddFieldException("one"), new IOException("another"))),
        new RuntimeException("anonymous") {},
    };

    @ParameterizedTest
    @FieldSource("OF_THE_TEST")
    void whatIsOfTheTestArrivesAsItsStandIn(Throwable throwable) throws Exception {
        throwable.addSuppressed(new OddFieldException("suppressed"));

        Throwable copy = copy(FailureEncoder.encode(throwable));

        assertThat(copy.getClass().getName()).isEqualTo(throwable.getClass().getName());
        assertThat(copy.getClass().getSimpleName())
                .isEqualTo(throwable.getClass().getSimpleName());
        assertThat(printed(copy)).isEqualTo(printed(throwable));
    }

    @Test
    void valuesOfTheTestsOwnClassesArriveAsText() throws Exception {
        record Pair(int left, int right) implements Serializable {}
        AssertionFailedError copy = (AssertionFailedError)
                copy(FailureEncoder.encode(new AssertionFailedError("m", List.of(new Pair(1, 2)), List.of(1, 2))));

        assertThat(copy.getExpected().getValue()).isEqualTo("[Pair[left=1, right=2]]");
        assertThat(copy.getActual().getValue()).isEqualTo(List.of(1, 2));
    }

    @Test
    void whatReplacesItselfIsDescribed() {
        ReplacedException throwable = new ReplacedException();

        Failure failure = FailureEncoder.encode(new IllegalStateException(throwable));

        assertThat(failure.serialized()).isEmpty();
        assertThat(cause(failure.description()).printed()).isEqualTo(throwable.toString());
        assertThat(cause(failure.description()).stackTrace()).containsExactly(throwable.getStackTrace());
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
    void hugeMessagesAreCut() throws Exception {
        String huge = "x".repeat(5_000_000);
        String told =
                "x".repeat(1_000_000) + "... [isolated-mounts: cut here, 4,000,000 of 5,000,000 characters left out]";

        Failure failure = FailureEncoder.encode(new IllegalStateException(huge));

        assertThat(failure.description().text()).isNull();
        assertThat(failure.description().message()).isEqualTo(told);
        assertThat(copy(failure))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(told);
    }

    @Test
    void hugeValuesAreCut() throws Exception {
        AssertionFailedError error = new AssertionFailedError("m", "x".repeat(8_000_000), "y".repeat(8_000_000));

        Failure failure = FailureEncoder.encode(error);

        assertThat(failure.description().expected()).hasSizeLessThan(500_100).endsWith(" characters left out]");
        assertThat(failure.description().actual()).hasSizeLessThan(500_100).startsWith("yyy");
        assertThat(((AssertionFailedError) copy(failure)).getExpected().getStringRepresentation())
                .hasSizeLessThan(1_000_100)
                .endsWith(" of 8,000,000 characters left out]");
    }

    @Test
    void moreSuppressedThanAnyoneReads() {
        IllegalStateException throwable = new IllegalStateException("main");
        for (int i = 0; i < 100_000; i++) {
            throwable.addSuppressed(new IllegalStateException("suppressed " + i));
        }

        Failure failure = FailureEncoder.encode(throwable);

        assertThat(failure.serialized()).isEmpty();
        assertThat(failure.description().suppressed()).hasSize(1_000);
        assertThat(failure.description().suppressed().get(999).printed())
                .isEqualTo("[isolated-mounts: cut here, 99,001 of 100,000 suppressed exceptions left out]");
        assertThat(encodedSize(failure)).isLessThan(MOST_OF_A_FRAME);
    }

    @Test
    void longStackTracesAreCut() throws Exception {
        IllegalStateException throwable = new IllegalStateException("deep");
        StackTraceElement[] frames = new StackTraceElement[100_000];
        Arrays.fill(frames, new StackTraceElement("com.example.Recursion", "deeper", "Recursion.java", 12));
        throwable.setStackTrace(frames);

        Failure failure = FailureEncoder.encode(throwable);

        assertThat(failure.description().stackTrace()).hasSize(2_001);
        assertThat(failure.description().stackTrace().get(2_000))
                .hasToString("[isolated-mounts: cut here, 98,000 of 100,000 frames left out].etc(Unknown Source)");
        assertThat(copy(failure).getStackTrace()).hasSize(2_001);
    }

    /** Whatever it is made of, and in whatever script. */
    @Test
    void theGreatestFailureFitsIntoAFrame() {
        String text = "\u4e16".repeat(1_500_000);
        StackTraceElement[] frames = new StackTraceElement[3_000];
        Arrays.fill(frames, new StackTraceElement("\u4e16".repeat(20_000), "m", "f", 12));
        Throwable throwable = new AssertionFailedError(text, text, text, new AssertionFailedError(text, text, text));
        throwable.setStackTrace(frames);
        for (int i = 0; i < 2_000; i++) {
            Throwable suppressed = new IllegalStateException(text);
            suppressed.setStackTrace(new Throwable().getStackTrace());
            throwable.addSuppressed(suppressed);
        }

        assertThat(encodedSize(FailureEncoder.encode(throwable))).isLessThan(MOST_OF_A_FRAME);
    }

    @Test
    void inNeedTheThrowableIsToldAlone() {
        Failure failure =
                FailureEncoder.encodeInNeed(new IllegalStateException("x".repeat(1_000_000), new IOException("cause")));

        assertThat(failure.serialized()).isEmpty();
        assertThat(failure.description().printed())
                .hasSizeLessThan(10_200)
                .startsWith("java.lang.IllegalStateException: xxx")
                .endsWith(" of 1,000,000 characters left out]");
        assertThat(cause(failure.description()).printed())
                .isEqualTo("[isolated-mounts: cut here, 1 of 1 causes left out]");
    }

    @Test
    void inNeedOfEverythingTheNameIsTold() {
        assertThat(FailureEncoder.encodeInNeed(new HostileError()).description().printed())
                .isEqualTo(HostileError.class.getName() + " [isolated-mounts: no memory is left to tell more]");
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
        String last = "";
        for (Description at = description.cause(); at != null; at = at.cause()) {
            causes++;
            last = at.printed();
        }
        assertThat(causes).isEqualTo(101);
        assertThat(last).isEqualTo("[isolated-mounts: cut here, 1 of 1 causes left out]");
    }

    @Test
    void wantOfMemoryIsForTheCaller() {
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> FailureEncoder.encode(new HostileError()));
    }

    @Test
    void aThrowableThatFailsWhateverItIsAsked() {
        Failure failure = FailureEncoder.encode(new UnhelpfulError());

        assertThat(failure.serialized()).isEmpty();
        assertThat(failure.description().printed())
                .isEqualTo(UnhelpfulError.class.getName() + ", whose toString() fails");
        assertThat(failure.description().cause()).isNull();
        assertThat(failure.description().stackTrace()).isEmpty();
    }

    private static class UnhelpfulError extends HostileError {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("getMessage");
        }
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

    private static String printed(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static int encodedSize(Failure failure) {
        return ForkEventCodec.encode(new ForkEvent.EngineFailed(failure)).length;
    }

    private static Throwable copy(Failure failure) throws Exception {
        return (Throwable) Serialization.read(failure.serialized());
    }

    private static Description cause(Description description) {
        return Objects.requireNonNull(description.cause());
    }

    private static class OddFieldException extends RuntimeException {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("UnusedVariable") // for serialisation to find
        private final Object odd = new Object();

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

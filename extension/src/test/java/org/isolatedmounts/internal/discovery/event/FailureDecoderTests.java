package org.isolatedmounts.internal.discovery.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.isolatedmounts.internal.event.ForkEvent.Outcome;
import org.isolatedmounts.internal.event.ForkEvent.Status;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class FailureDecoderTests {

    private static final List<StackTraceElement> STACK_TRACE =
            List.of(new StackTraceElement("com.example.SpoolerTest", "spools", "SpoolerTest.java", 42));

    private final FailureDecoder decoder = new FailureDecoder(FailureDecoderTests.class);

    @Test
    void aSuccessIsNoFailure() {
        assertThat(decoder.decode(new Outcome(Status.SUCCESSFUL, null))).isNull();
    }

    @Test
    void theThrowableItself() throws IOException {
        AssertionFailedError error = new AssertionFailedError("message", "left", "right", new IOException("cause"));
        error.addSuppressed(new IllegalStateException("suppressed"));

        Throwable decoded = decode(serialized(error), description(Kind.ASSERTION, "unused"));

        assertThat(decoded)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("message")
                .hasCauseInstanceOf(IOException.class)
                .hasSuppressedException(new IllegalStateException("suppressed"));
        assertThat(decoded.getStackTrace()).isEqualTo(error.getStackTrace());
        assertThat(((AssertionFailedError) decoded).getExpected().getValue()).isEqualTo("left");
        assertThat(((AssertionFailedError) decoded).getActual().getValue()).isEqualTo("right");
    }

    @ParameterizedTest
    @CsvSource({
        "ASSERTION, java.lang.AssertionError",
        "COMPARISON, org.opentest4j.AssertionFailedError",
        "MULTIPLE, org.opentest4j.MultipleFailuresError",
        "ABORTED, org.opentest4j.TestAbortedException",
        "INCOMPLETE, org.opentest4j.IncompleteExecutionException",
        "ERROR, java.lang.Error",
        "EXCEPTION, java.lang.Exception",
        "OTHER, java.lang.RuntimeException",
        "THROWABLE, java.lang.Throwable",
    })
    void aCarrierOfTheSameKind(Kind kind, Class<?> carrier) {
        Description cause = description(Kind.OTHER, "cause");
        Description suppressed = description(Kind.ABORTED, "suppressed");
        Description description = new Description(
                kind,
                "com.example.Case$Odd",
                "Odd",
                null,
                "message",
                STACK_TRACE,
                cause,
                List.of(suppressed),
                null,
                null,
                List.of());

        Throwable decoded = decode(new byte[0], description);

        assertThat(decoded).isInstanceOf(carrier).hasMessage("message").hasToString("com.example.Case$Odd: message");
        assertThat(decoded.getClass().getName()).isEqualTo("com.example.Case$Odd");
        assertThat(decoded.getClass().getSimpleName()).isEqualTo("Odd");
        assertThat(decoded.getStackTrace()).containsExactlyElementsOf(STACK_TRACE);
        assertThat(decoded.getCause()).isInstanceOf(RuntimeException.class).hasToString("com.example.Odd: cause");
        assertThat(decoded.getSuppressed())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .isInstanceOf(TestAbortedException.class)
                        .hasToString("com.example.Odd: suppressed"));
    }

    @Test
    void aCarrierOfAnAssertionWithoutValuesDefinesNone() {
        AssertionFailedError decoded =
                (AssertionFailedError) decode(new byte[0], description(Kind.COMPARISON, "message"));

        assertThat(decoded.isExpectedDefined()).isFalse();
        assertThat(decoded.isActualDefined()).isFalse();
    }

    @Test
    void aCarrierOfWhatHasNoMessage() {
        assertThat(decode(new byte[0], description(Kind.OTHER, null)))
                .hasNoCause()
                .hasToString("com.example.Odd");
    }

    static final Error[] OF_AN_UNWELL_JVM = {
        new OutOfMemoryError("Java heap space"), new InternalError("bug"), new UnknownError("what")
    };

    @ParameterizedTest
    @FieldSource("OF_AN_UNWELL_JVM")
    void anErrorOfTheForkedJvmIsNoneOfThisOne(Error error) throws IOException {
        assertThat(decode(serialized(error), description(Kind.OTHER, "message")))
                .isInstanceOf(RuntimeException.class)
                .hasToString("com.example.Odd: message");
    }

    @Test
    void aStackOverflowIsTheTestsOwn() throws IOException {
        assertThat(decode(serialized(new StackOverflowError()), description(Kind.OTHER, "unused")))
                .isExactlyInstanceOf(StackOverflowError.class);
    }

    @Test
    void bytesThatAreNoThrowable() throws IOException {
        assertThat(decode(new byte[] {1, 2, 3}, description(Kind.OTHER, "m"))).hasToString("com.example.Odd: m");
        assertThat(decode(serialized("text"), description(Kind.OTHER, "m"))).hasToString("com.example.Odd: m");
    }

    @Test
    void aClassThatIsOnlyInTheFork() throws IOException {
        String bytes = new String(serialized(new OnlyInTheForkException()), ISO_8859_1);
        byte[] renamed = bytes.replace("OnlyInTheFork", "YlnoNiEhtKrof").getBytes(ISO_8859_1);

        assertThat(decode(renamed, description(Kind.OTHER, "m"))).hasToString("com.example.Odd: m");
    }

    @Test
    void whatIsNeitherOfTheJdkNorOfALibraryIsNotRebuilt() throws IOException {
        assertThat(decode(serialized(new OfTheTestException()), description(Kind.OTHER, "m")))
                .isNotInstanceOf(OfTheTestException.class)
                .hasToString("com.example.Odd: m");
        assertThat(decode(
                        serialized(new IllegalStateException(new OfTheTestException())), description(Kind.OTHER, "m")))
                .hasToString("com.example.Odd: m");
        assertThat(OF_THE_TEST).isEmpty();
    }

    @Test
    void aClassAsAValueIsNotInitialised() throws IOException {
        EnumConstantNotPresentException exception = new EnumConstantNotPresentException(OfTheTest.class, "NONE");

        assertThat(decode(serialized(exception), description(Kind.OTHER, "m"))).hasToString("com.example.Odd: m");
        assertThat(OF_THE_TEST).isEmpty();
    }

    @Test
    void aProxyIsNotRebuilt() throws IOException {
        InvocationHandler handler = (InvocationHandler & java.io.Serializable) (proxy, method, arguments) -> {
            OF_THE_TEST.add(method.getName());
            return 0;
        };
        Object proxy = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Comparable.class}, handler);

        assertThat(decode(
                        serialized(new AssertionFailedError("m", proxy, 1)), description(Kind.COMPARISON, "stands in")))
                .hasMessage("stands in");
        assertThat(decoder.objects().read(serialized((java.io.Serializable & Runnable) () -> {}), Runnable.class))
                .isNull();
    }

    @Test
    void whatIsNestedTooDeeplyIsNotRead() throws IOException {
        List<Object> nested = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            nested = new ArrayList<>(List.of(nested));
        }

        assertThat(decoder.objects().read(serialized(nested), Object.class)).isNull();
    }

    @Test
    void anEngineThatGaveUp() throws IOException {
        Failure failure = new Failure(
                serialized(new OutOfMemoryError("Java heap space")),
                new Description(
                        Kind.ERROR,
                        "java.lang.OutOfMemoryError",
                        "OutOfMemoryError",
                        null,
                        "Java heap space",
                        STACK_TRACE,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of()));

        ForkFailedException exception = decoder.engineFailure(failure);

        assertThat(exception)
                .hasMessage(
                        "@IsolatedMounts: the engine in the forked JVM gave up: java.lang.OutOfMemoryError: Java heap"
                                + " space");
        assertThat(Objects.requireNonNull(exception.getCause()).getStackTrace()).containsExactlyElementsOf(STACK_TRACE);
    }

    private Throwable decode(byte[] serialized, Description description) {
        return Objects.requireNonNull(decoder.decode(new Outcome(Status.FAILED, new Failure(serialized, description))));
    }

    private static Description description(Kind kind, @Nullable String message) {
        return new Description(
                kind, "com.example.Odd", "Odd", null, message, STACK_TRACE, null, List.of(), null, null, List.of());
    }

    private static byte[] serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    static class OnlyInTheForkException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What ran of the classes below; made of a string, as they are when they are read. */
    private static final List<String> OF_THE_TEST = new ArrayList<>();

    static class OfTheTestException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            OF_THE_TEST.add("readObject");
            in.defaultReadObject();
        }

        private Object readResolve() {
            OF_THE_TEST.add("readResolve");
            return this;
        }
    }

    enum OfTheTest {
        ONE;

        static {
            OF_THE_TEST.add("static initialiser");
        }
    }
}

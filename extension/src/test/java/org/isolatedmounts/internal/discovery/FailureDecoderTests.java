package org.isolatedmounts.internal.discovery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Objects;
import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.isolatedmounts.internal.event.ForkEvent.Outcome;
import org.isolatedmounts.internal.event.ForkEvent.Status;
import org.isolatedmounts.internal.launch.ForkFailedException;
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
        "ASSERTION, org.opentest4j.AssertionFailedError",
        "ABORTED, org.opentest4j.TestAbortedException",
        "OTHER, java.lang.RuntimeException",
    })
    void aCarrierOfTheSameKind(Kind kind, Class<?> carrier) {
        Description cause = description(Kind.OTHER, "cause");
        Description suppressed = description(Kind.ABORTED, "suppressed");
        Description description = new Description(
                kind,
                "com.example.Odd: message",
                "message",
                STACK_TRACE,
                cause,
                List.of(suppressed),
                null,
                null,
                List.of());

        Throwable decoded = decode(new byte[0], description);

        assertThat(decoded).isInstanceOf(carrier).hasMessage("message").hasToString("com.example.Odd: message");
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
                (AssertionFailedError) decode(new byte[0], description(Kind.ASSERTION, "message"));

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
    void theLoaderOfTheTestClassIsAsked() throws Exception {
        Class<?> fixture = new FixtureClassLoader().loadClass(OnlyInTheForkException.class.getName());
        Outcome outcome = new Outcome(
                Status.FAILED,
                new Failure(serialized(new OnlyInTheForkException()), description(Kind.OTHER, "unused")));

        assertThat(new FailureDecoder(fixture).decode(outcome))
                .isExactlyInstanceOf(fixture.asSubclass(Throwable.class));
    }

    @Test
    void anEngineThatGaveUp() throws IOException {
        Failure failure = new Failure(
                serialized(new OutOfMemoryError("Java heap space")),
                new Description(
                        Kind.OTHER,
                        "java.lang.OutOfMemoryError: Java heap space",
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
                kind,
                message == null ? "com.example.Odd" : "com.example.Odd: " + message,
                message,
                STACK_TRACE,
                null,
                List.of(),
                null,
                null,
                List.of());
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

    /** Defines the exception itself. */
    private static final class FixtureClassLoader extends ClassLoader {

        FixtureClassLoader() {
            super(FailureDecoderTests.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(OnlyInTheForkException.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

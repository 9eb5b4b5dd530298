package org.isolatedmounts.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.isolatedmounts.internal.wire.WireInput;
import org.isolatedmounts.internal.wire.WireOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureCodecTests {

    @ParameterizedTest
    @EnumSource
    void kinds(Kind kind) {
        assertArrives(new Description(
                kind, "com.example.E", "E", "E", "m", List.of(), null, List.of(), null, null, List.of()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "several\nlines", "😀"})
    void messages(@Nullable String message) {
        assertArrives(new Description(
                Kind.OTHER, "com.example.E", "E", null, message, List.of(), null, List.of(), null, null, List.of()));
    }

    @Test
    void causesAndSuppressed() {
        Description leaf = simple("leaf");
        Description middle = new Description(
                Kind.ABORTED,
                "Middle",
                "",
                "Middle",
                null,
                List.of(),
                leaf,
                List.of(leaf, simple("other")),
                null,
                null,
                List.of());

        assertArrives(new Description(
                Kind.ASSERTION,
                "Top",
                "",
                null,
                "m",
                List.of(),
                middle,
                List.of(simple("a"), middle),
                null,
                null,
                List.of()));
    }

    @Test
    void stackTraceElementsWithAndWithoutEverything() {
        List<StackTraceElement> elements = List.of(
                new StackTraceElement("app", "java.base", "17.0.1", "java.lang.Thread", "run", "Thread.java", 840),
                new StackTraceElement(null, "java.base", null, "java.lang.Thread", "run", null, 0),
                new StackTraceElement("com.example.A", "<init>", "A.kt", Integer.MAX_VALUE),
                new StackTraceElement("com.example.A$$Lambda/0x0", "native", null, -2));
        Description description = new Description(
                Kind.OTHER, "com.example.E", "E", "E", "m", elements, null, List.of(), null, null, List.of());

        assertArrives(description);
        assertThat(roundTrip(new Failure(new byte[0], description))
                        .description()
                        .stackTrace())
                .extracting(StackTraceElement::toString)
                .containsExactly(
                        "app/java.base@17.0.1/java.lang.Thread.run(Thread.java:840)",
                        "java.base/java.lang.Thread.run(Unknown Source)",
                        "com.example.A.<init>(A.kt:2147483647)",
                        "com.example.A$$Lambda/0x0.native(Native Method)");
    }

    @Test
    void realStackTraces() {
        List<StackTraceElement> elements = List.of(new Throwable().getStackTrace());

        assertThat(elements).isNotEmpty();
        assertArrives(new Description(
                Kind.OTHER, "com.example.E", "E", "E", "m", elements, null, List.of(), null, null, List.of()));
    }

    private static Description simple(String message) {
        return new Description(
                Kind.OTHER, "com.example.E", "E", null, message, List.of(), null, List.of(), null, null, List.of());
    }

    private static void assertArrives(Description description) {
        Failure arrived = roundTrip(new Failure(new byte[] {1, -1}, description));

        assertThat(arrived.serialized()).containsExactly(1, -1);
        assertThat(arrived.description()).isEqualTo(description);
    }

    private static Failure roundTrip(Failure failure) {
        WireOutput out = new WireOutput();
        FailureCodec.write(out, failure);
        out.text("next");
        WireInput in = new WireInput(out.toByteArray());
        Failure arrived = FailureCodec.read(in);
        assertThat(in.text()).isEqualTo("next");
        return arrived;
    }
}

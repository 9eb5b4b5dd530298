package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

@IsolatedMounts
public class AssertionsTestCase {

    @TestFactory
    Stream<DynamicTest> all() {
        return Thrown.byEachMethodOf(this);
    }

    private record Pair(Object left, Object right) {}

    void texts() {
        assertEquals("one\ntwo", "one\nthree", "differ");
    }

    void nullAndNumber() {
        assertEquals(null, (Object) 1);
    }

    void unserializableValues() {
        assertEquals(new Pair("a", 1), new Pair("b", 2));
    }

    void identity() {
        assertSame(List.of(1), List.of(1, 2));
    }

    void wrongThrowable() {
        assertThrows(IllegalStateException.class, () -> {
            throw new IllegalArgumentException("thrown");
        });
    }

    void ofAssertJ() {
        assertThat(List.of("a", "b")).as("the list").containsExactly("a", "c");
    }

    void ofAssertJWithValues() {
        assertThat("actual").isEqualTo("expected");
    }

    void softly() {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(1).isEqualTo(2);
            softly.assertThat("a").isEqualTo("b");
        });
    }

    void several() {
        assertAll(
                "both",
                () -> assertEquals(1, 2),
                () -> {
                    throw new IllegalStateException("second", new Exception("its cause"));
                },
                () -> assertAll(() -> assertEquals("x", "y"), () -> fail("inner")));
    }

    void allWithUnserializable() {
        assertAll(() -> assertEquals(1, 2), () -> {
            throw new ThrowablesTestCase.WithField("in assertAll");
        });
    }

    void multipleFailuresWithCause() {
        MultipleFailuresError error = new MultipleFailuresError(null, List.of(new AssertionError("only")));
        error.initCause(new IllegalStateException("cause"));
        throw error;
    }

    void withoutMessage() {
        throw new AssertionError();
    }

    void ownWithUnserializableField() {
        throw new OwnError(List.of(1), List.of(2));
    }

    @SuppressWarnings("AssertionFailureIgnored")
    void javaAssert() {
        assert List.of().size() == 1 : "assertions are enabled";
    }

    static class OwnError extends AssertionFailedError {

        private final List<Object> field = List.of(new Object());

        OwnError(Object expected, Object actual) {
            super("own", expected, actual);
        }

        List<Object> field() {
            return field;
        }
    }
}

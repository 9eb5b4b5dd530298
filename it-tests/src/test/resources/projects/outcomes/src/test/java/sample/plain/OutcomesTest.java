package sample.plain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Copied to the package sample.isolated, with the annotation. */
class OutcomesTest {

    @Test
    void passed() {
        System.out.println("passed: naïve café, 日本語");
        System.err.println("an error stream, größer");
    }

    @Test
    void failed() {
        System.out.println("about to fail");
        assertEquals("expected", "actual", "the message");
    }

    @Test
    void failedTwice() {
        assertAll(() -> assertEquals(1, 2), () -> assertEquals("a", "b"));
    }

    @Test
    void error() {
        throw new IllegalStateException("an error", new IOException("its cause"));
    }

    @Test
    void nullPointer() {
        String nothing = System.getProperty("sample.nothing");
        System.out.println(nothing.length());
    }

    @Test
    void unserializable() {
        throw new Unserializable();
    }

    static class Unserializable extends RuntimeException {

        private final Thread thread = new Thread("nobody");

        @Override
        public String getMessage() {
            return "of " + thread.getName();
        }
    }

    @Test
    void javaAssert() {
        assert System.getProperty("sample.nothing") != null : "Surefire enables assertions";
    }

    @Test
    @Disabled("for a reason")
    void skipped() {}

    @Test
    void aborted() {
        assumeTrue(false, "not today");
    }

    @Test
    @DisplayName("a display name")
    void named() {}

    @RepeatedTest(2)
    void repeated(RepetitionInfo info) {
        System.out.println("repetition " + info.getCurrentRepetition());
        assertEquals(1, info.getCurrentRepetition());
    }

    @Nested
    class Inner {

        @Test
        void inner() {
            System.out.println("inner");
        }
    }
}

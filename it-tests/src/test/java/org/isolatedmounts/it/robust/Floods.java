package org.isolatedmounts.it.robust;

import static org.isolatedmounts.ForkMode.PER_CLASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;

/** Fixtures. */
final class Floods {

    private Floods() {}

    @IsolatedMounts(fork = PER_CLASS)
    @TmpfsMount(at = "/data")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class TellsTooMuch {

        @Test
        void aValues() {
            assertEquals("x".repeat(8_000_000), "y".repeat(8_000_000));
        }

        @Test
        void bMessage() {
            throw new IllegalStateException("x".repeat(40_000_000));
        }

        @Test
        void cSuppressed() {
            IllegalStateException exception = new IllegalStateException("main");
            for (int i = 0; i < 100_000; i++) {
                IllegalStateException suppressed = new IllegalStateException("suppressed " + i);
                // JUnit looks at each frame of each
                suppressed.setStackTrace(new StackTraceElement[0]);
                exception.addSuppressed(suppressed);
            }
            throw exception;
        }

        @Test
        void dStackTraces() {
            StackTraceElement[] frames = new StackTraceElement[100_000];
            Arrays.fill(frames, new StackTraceElement("com.example.Recursion", "deeper", "Recursion.java", 12));
            IllegalStateException exception = new IllegalStateException("deep");
            exception.setStackTrace(frames);
            throw exception;
        }

        @TestFactory
        Stream<DynamicTest> eNames() {
            return Stream.of(dynamicTest("x".repeat(30_000_000), () -> {}));
        }

        @Test
        void fEntries(TestReporter reporter) {
            reporter.publishEntry(Map.of("x".repeat(20_000_000), "y".repeat(20_000_000)));
        }

        @Test
        void gGoesOn() {}
    }

    @IsolatedMounts(fork = PER_CLASS)
    @TmpfsMount(at = "/data")
    static class FillsTheHeap {

        static final List<byte[]> HOARD = new ArrayList<>();

        /** Enough is left for JUnit, but not for the whole of the failure. */
        @Test
        void fails() {
            String message = "x".repeat(4_000_000);
            for (int size = 1 << 20; size >= 1 << 19; size /= 2) {
                try {
                    while (true) {
                        HOARD.add(new byte[size]);
                    }
                } catch (OutOfMemoryError e) {
                    // with smaller pieces, then
                }
            }
            HOARD.subList(0, 2).clear();
            throw new AssertionError(message);
        }
    }
}

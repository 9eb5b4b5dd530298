package org.isolatedmounts.it.parallel;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.TimeUnit;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Fixtures: a test that holds a lock, and classes whose first test needs it and whose {@code @BeforeAll} methods run in the
 * fork of that test while it is held.
 */
final class LateLocks {

    private static final String HELD = "held";
    private static final String CLASS_BEGUN = "class-begun";
    private static final String CODE_BEGUN = "code-begun";

    private LateLocks() {}

    private static void classBegins() {
        FileBarrier.await(HELD);
        FileBarrier.arrive(CLASS_BEGUN);
    }

    private static void codeBegins() {
        FileBarrier.arrive(CODE_BEGUN);
    }

    @IsolatedMounts
    static class Holder {

        @Test
        @ResourceLock("resource")
        void holds() throws Exception {
            FileBarrier.arrive(HELD);
            FileBarrier.await(CLASS_BEGUN);
            // time enough for code that must wait
            TimeUnit.MILLISECONDS.sleep(500);
            assertFalse(FileBarrier.hasArrived(CODE_BEGUN), "code of a test began whose lock is held by another");
        }
    }

    @IsolatedMounts
    static class OfMethod {

        OfMethod() {
            codeBegins();
        }

        @BeforeAll
        static void begins() {
            classBegins();
        }

        @Test
        @ResourceLock("resource")
        void test() {}
    }

    /** Isolated by a parameter. */
    static class WithoutAnnotation {

        WithoutAnnotation() {
            codeBegins();
        }

        @BeforeAll
        static void begins() {
            classBegins();
        }

        @Test
        @ResourceLock("resource")
        void test() {}
    }

    @IsolatedMounts
    @TestInstance(Lifecycle.PER_CLASS)
    static class OfMethodWithOneInstance {

        @BeforeAll
        static void begins() {
            classBegins();
        }

        @BeforeEach
        void test() {
            codeBegins();
        }

        @Test
        @ResourceLock("resource")
        void first() {}
    }

    @IsolatedMounts
    static class OfTemplate {

        @BeforeAll
        static void begins() {
            classBegins();
        }

        @RepeatedTest(2)
        @ResourceLock("resource")
        void test() {
            codeBegins();
        }
    }

    @IsolatedMounts
    static class OfNestedClass {

        @BeforeAll
        static void begins() {
            classBegins();
        }

        @Nested
        @ResourceLock("resource")
        class Inner {

            @BeforeAll
            static void test() {
                codeBegins();
            }

            @Test
            void first() {}
        }
    }

    @IsolatedMounts
    static class OfNestedClassWithOneFork {

        @BeforeAll
        static void begins() {
            classBegins();
        }

        @Nested
        @IsolatedMounts(fork = ForkMode.PER_CLASS)
        class Inner {

            @BeforeAll
            static void test() {
                codeBegins();
            }

            @Test
            @ResourceLock("resource")
            void first() {}
        }
    }
}

package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Classes that fail at their end although no test in them begins. */
@SuppressWarnings("DoNotCallSuggester")
public final class NothingBeginsTestCase {

    private NothingBeginsTestCase() {}

    private static void fail() {
        throw new IllegalStateException("afterAll");
    }

    @IsolatedMounts
    public static class OnlyDisabled {

        @Test
        @Disabled("for a reason")
        void one() {}

        @Test
        @Disabled("for another")
        void other() {}

        @AfterAll
        static void afterAll() {
            fail();
        }
    }

    @IsolatedMounts
    public static class OfADisabledClass {

        @Nested
        @Disabled("for a reason")
        class Inner {

            @Test
            void test() {}
        }

        @AfterAll
        static void afterAll() {
            fail();
        }
    }

    @IsolatedMounts
    public static class OfAClassThatFails {

        @Nested
        class Inner {

            @BeforeAll
            static void beforeAll() {
                throw new IllegalStateException("beforeAll");
            }

            @Test
            void test() {}
        }

        @AfterAll
        static void afterAll() {
            fail();
        }
    }
}

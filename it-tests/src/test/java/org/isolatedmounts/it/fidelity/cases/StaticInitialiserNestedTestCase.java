package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Classes that cannot be initialised, where the engine meets them in different ways. */
@IsolatedMounts
@SuppressWarnings("DoNotCallSuggester")
public class StaticInitialiserNestedTestCase {

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Once {

        static final int VALUE = fail();

        @Test
        void test() {
            System.out.println(VALUE);
        }
    }

    @Nested
    class Each {

        static final int VALUE = fail();

        @Test
        void test() {
            System.out.println(VALUE);
        }
    }

    private static int fail() {
        throw new IllegalStateException("static initialiser");
    }
}

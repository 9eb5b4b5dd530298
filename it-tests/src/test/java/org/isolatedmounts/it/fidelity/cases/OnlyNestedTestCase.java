package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** No test of its own, and what fails after all is the outermost class. */
@IsolatedMounts
@SuppressWarnings("DoNotCallSuggester")
public class OnlyNestedTestCase {

    @Nested
    class First {

        @Test
        void test() {}
    }

    @Nested
    class Second {

        @Test
        void test() {}
    }

    @AfterAll
    static void afterAll() {
        throw new IllegalStateException("outer afterAll");
    }
}

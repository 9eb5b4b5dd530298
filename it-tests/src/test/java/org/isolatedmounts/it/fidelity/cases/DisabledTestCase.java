package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@Disabled("the whole class")
@SuppressWarnings("DoNotCallSuggester")
public class DisabledTestCase {

    @BeforeAll
    static void beforeAll() {
        throw new AssertionError("disabled");
    }

    @Test
    void first() {
        throw new AssertionError("disabled");
    }

    @Test
    void second() {
        throw new AssertionError("disabled");
    }

    @Nested
    class Inner {

        @Test
        void third() {
            throw new AssertionError("disabled");
        }
    }
}

package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@SuppressWarnings("DoNotCallSuggester")
public class FailingBeforeAllTestCase {

    @BeforeAll
    static void beforeAll() {
        throw new IllegalStateException("beforeAll");
    }

    @Test
    void first() {}

    @Test
    void second() {}

    @AfterAll
    static void afterAll() {
        throw new IllegalArgumentException("afterAll, suppressed");
    }
}

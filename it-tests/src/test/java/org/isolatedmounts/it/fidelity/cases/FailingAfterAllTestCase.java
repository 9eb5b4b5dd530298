package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class FailingAfterAllTestCase {

    @Test
    void first() {}

    @Test
    void second() {}

    @AfterAll
    static void afterAll() {
        assertEquals("expected", "actual", "afterAll");
    }
}

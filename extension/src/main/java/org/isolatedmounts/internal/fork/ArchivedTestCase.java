package org.isolatedmounts.internal.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uses what most tests use. */
class ArchivedTestCase {

    @BeforeAll
    static void beforeAll() {
        System.out.println("before all");
    }

    @BeforeEach
    void beforeEach() {
        System.err.println("before each");
    }

    @Test
    void succeeds() {
        assertEquals(1, 1);
    }

    @Test
    void fails() {
        assertEquals("expected", "actual", "message");
    }

    @AfterEach
    void afterEach() {}

    @AfterAll
    static void afterAll() {}
}

package org.isolatedmounts.it.guard;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class GuardedTestCase {

    static {
        Traces.ALL.add("static initialiser");
    }

    GuardedTestCase() {
        Traces.ALL.add("constructor");
    }

    @BeforeAll
    static void beforeAll() {
        Traces.ALL.add("beforeAll");
    }

    @BeforeEach
    void beforeEach() {
        Traces.ALL.add("beforeEach");
    }

    @Test
    void test() {
        Traces.ALL.add("test");
    }

    @AfterEach
    void afterEach() {
        Traces.ALL.add("afterEach");
    }

    @AfterAll
    static void afterAll() {
        Traces.ALL.add("afterAll");
    }
}

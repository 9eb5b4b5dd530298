package org.isolatedmounts.it.guard;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@IsolatedMounts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class GuardedPerClassTestCase {

    GuardedPerClassTestCase() {
        Traces.ALL.add("constructor");
    }

    @BeforeAll
    void beforeAll() {
        Traces.ALL.add("beforeAll");
    }

    @Test
    void test() {
        Traces.ALL.add("test");
    }
}

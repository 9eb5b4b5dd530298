package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class AbortedBeforeAllTestCase {

    @BeforeAll
    static void beforeAll() {
        assumeTrue(false, "none of them");
    }

    @Test
    void first() {
        throw new AssertionError("aborted");
    }

    @Test
    void second() {
        throw new AssertionError("aborted");
    }
}

package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Isolated and plain tests in one class, which is aborted when they are over. */
public class MixedAbortedAfterAllTestCase {

    @Test
    void plain() {}

    @Test
    @IsolatedMounts
    void isolated() {}

    @AfterAll
    static void abort() {
        assumeTrue(false, "not today");
    }
}

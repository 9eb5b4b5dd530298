package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IsolatedMounts
abstract class AbstractTestCase implements WithDefaultTest {

    @BeforeEach
    void inheritedBefore() {
        System.out.println("inherited");
    }

    @Test
    void inherited() {
        throw new IllegalStateException("from the superclass");
    }
}

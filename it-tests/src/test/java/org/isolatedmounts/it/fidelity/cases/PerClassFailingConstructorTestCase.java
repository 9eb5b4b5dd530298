package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@IsolatedMounts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class PerClassFailingConstructorTestCase {

    PerClassFailingConstructorTestCase() {
        throw new IllegalStateException("constructor, once per class");
    }

    @Test
    void first() {}

    @Test
    void second() {}
}

package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class FailingConstructorTestCase {

    FailingConstructorTestCase() {
        throw new IllegalStateException("constructor");
    }

    @Test
    void first() {}

    @Test
    void second() {}

    @AfterAll
    static void afterAll() {
        System.out.println("afterAll all the same");
    }
}

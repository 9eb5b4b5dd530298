package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class StaticInitialiserBeforeAllTestCase {

    private static final String VALUE = compute();

    private static String compute() {
        throw new IllegalStateException("static initialiser");
    }

    @BeforeAll
    static void beforeAll() {
        System.out.println(VALUE);
    }

    @Test
    void first() {}

    @Test
    void second() {}
}

package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class StaticInitialiserTestCase {

    private static final String VALUE = compute();

    private static String compute() {
        throw new IllegalStateException("static initialiser");
    }

    @Test
    void test() {
        System.out.println(VALUE);
    }
}

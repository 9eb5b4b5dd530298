package org.isolatedmounts.it.fidelity.cases;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

abstract class WithNested {

    @Test
    void inherited() {
        System.out.println("inherited by " + getClass().getSimpleName());
    }

    @Nested
    @DisplayName("nested in a superclass")
    class OfSuperclass {

        @Test
        void test() {
            System.out.println("in an inherited nested class");
        }
    }
}

package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** With the output of tests captured by JUnit, each has its own. */
@IsolatedMounts
public class CapturedTestCase {

    @BeforeEach
    void beforeEach(TestInfo test) {
        System.out.println("before " + test.getDisplayName());
    }

    @Test
    void one() {
        System.out.println("größer");
        System.err.print("of one");
    }

    @Test
    void silent() {
        System.err.println("on one stream only");
    }

    @RepeatedTest(3)
    void repeated(TestInfo test) {
        System.out.println("in " + test.getDisplayName());
        System.err.println(test.getDisplayName());
    }

    @Nested
    class Inner {

        @Test
        void nested() {
            System.out.println("nested");
        }
    }
}

package org.isolatedmounts.it.parallel;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class MeetingMethodsTestCase {

    @BeforeAll
    static void beforeAll() {
        System.out.println("before all");
    }

    @Test
    void first() throws Exception {
        FileBarrier.meet("first", "second");
    }

    @Test
    void second() throws Exception {
        FileBarrier.meet("second", "first");
    }
}

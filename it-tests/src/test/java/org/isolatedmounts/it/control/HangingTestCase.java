package org.isolatedmounts.it.control;

import java.util.concurrent.CountDownLatch;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@IsolatedMounts
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HangingTestCase {

    /** What only a process that this test has started has on its command line. */
    static final String CHILD = "3603";

    @Test
    @Order(1)
    void hangs() throws Exception {
        new ProcessBuilder("sleep", CHILD).inheritIO().start();
        Gate.of("hanging").open();
        new CountDownLatch(1).await();
    }

    @Test
    @Order(2)
    void isNext() {
        System.out.println("the next one");
    }
}

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

    static final String CHILD = "child";

    @Test
    @Order(1)
    void hangs() throws Exception {
        Gate child = Gate.of(CHILD);
        child.open();
        // its command line has the directory of this run
        new ProcessBuilder("tail", "-f", child.file().toString()).inheritIO().start();
        Gate.of("hanging").open();
        new CountDownLatch(1).await();
    }

    @Test
    @Order(2)
    void isNext() {
        System.out.println("the next one");
    }
}

package org.isolatedmounts.it.fidelity.cases;

import java.util.concurrent.CountDownLatch;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Its tests need the same JVM. */
@IsolatedMounts
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class LateOutputTestCase {

    private static final CountDownLatch NEXT_TEST = new CountDownLatch(1);
    private static final CountDownLatch PRINTED = new CountDownLatch(1);

    @Test
    @Order(1)
    void leavesAThread() {
        Thread thread = new Thread(() -> {
            try {
                NEXT_TEST.await();
            } catch (InterruptedException e) {
                return;
            }
            System.out.println("printed by a thread of the first test");
            PRINTED.countDown();
        });
        thread.setDaemon(true);
        thread.start();
        System.out.println("the first test");
    }

    @Test
    @Order(2)
    void runsMeanwhile() throws Exception {
        System.out.println("the second test");
        NEXT_TEST.countDown();
        PRINTED.await();
        System.out.println("the second test goes on");
    }
}

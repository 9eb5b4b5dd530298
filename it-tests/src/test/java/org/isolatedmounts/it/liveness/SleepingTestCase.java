package org.isolatedmounts.it.liveness;

import java.util.concurrent.CountDownLatch;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

/** Tests that only a deadline ends. */
@IsolatedMounts
class SleepingTestCase {

    @Test
    void one() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Test
    void two() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Test
    void three() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}

package org.isolatedmounts.it.fidelity.cases;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CountDownLatch;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@IsolatedMounts
public class TimeoutTestCase {

    @Test
    @Timeout(value = 50, unit = MILLISECONDS)
    void tooLong() throws Exception {
        new CountDownLatch(1).await();
    }

    @Test
    @Timeout(value = 50, unit = MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void tooLongOnAnotherThread() throws Exception {
        new CountDownLatch(1).await();
    }

    @Test
    @Timeout(60)
    void inTime() {}
}

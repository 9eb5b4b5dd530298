package org.isolatedmounts.it.fidelity.cases;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CountDownLatch;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@IsolatedMounts
public class BeforeAllTimeoutTestCase {

    @BeforeAll
    @Timeout(value = 50, unit = MILLISECONDS)
    static void beforeAll() throws Exception {
        new CountDownLatch(1).await();
    }

    @Test
    void isNotReached() {}
}

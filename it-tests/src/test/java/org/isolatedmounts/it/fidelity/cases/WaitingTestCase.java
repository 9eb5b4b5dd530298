package org.isolatedmounts.it.fidelity.cases;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What configuration parameters say of timeouts decides how these end. */
@IsolatedMounts
public class WaitingTestCase {

    static final long UNTIL_INTERRUPTED = 60_000;

    static final long BRIEFLY = 50;

    long inTest() {
        return BRIEFLY;
    }

    long inAfterEach() {
        return BRIEFLY;
    }

    @BeforeEach
    void beforeEach() {}

    @Test
    void waitsForNothing() throws Exception {
        new CountDownLatch(1).await(inTest(), TimeUnit.MILLISECONDS);
        System.out.println("on " + Thread.currentThread().getName());
    }

    @Test
    void waitsInAfterEach() {}

    @AfterEach
    void afterEach(TestInfo test) throws Exception {
        if (test.getDisplayName().equals("waitsInAfterEach()")) {
            new CountDownLatch(1).await(inAfterEach(), TimeUnit.MILLISECONDS);
        }
    }
}

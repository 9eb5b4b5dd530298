package org.isolatedmounts.it.fidelity.cases;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CountDownLatch;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

@IsolatedMounts
public class LifecycleTimeoutsTestCase {

    @BeforeEach
    @Timeout(2)
    void beforeEach(TestInfo test) throws Exception {
        hangIn("beforeEach", test);
    }

    @Test
    void hangsInBeforeEach() {}

    @Test
    void hangsInAfterEach() {}

    @AfterEach
    @Timeout(value = 2, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void afterEach(TestInfo test) throws Exception {
        hangIn("afterEach", test);
    }

    @AfterAll
    @Timeout(value = 50, unit = MILLISECONDS)
    static void afterAll() throws Exception {
        new CountDownLatch(1).await();
    }

    private static void hangIn(String method, TestInfo test) throws Exception {
        if (test.getDisplayName().equalsIgnoreCase("hangsIn" + method + "()")) {
            new CountDownLatch(1).await();
        }
    }
}

package org.isolatedmounts.it.fidelity.cases;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@IsolatedMounts
@Timeout(value = 50, unit = MILLISECONDS)
public class TimeoutsTestCase {

    @Test
    void ofTheClass() throws Exception {
        new CountDownLatch(1).await();
    }

    @Test
    @Timeout(60)
    void ofTheMethod() {}

    @Test
    @Timeout(value = 50, unit = MILLISECONDS, threadMode = ThreadMode.INFERRED)
    void inferred() throws Exception {
        new CountDownLatch(1).await();
    }

    @Test
    @Timeout(value = 50, unit = MILLISECONDS, threadMode = ThreadMode.SAME_THREAD)
    void anInterruptThatIsSwallowed() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            System.out.println("interrupted");
        }
    }

    @RepeatedTest(2)
    @Timeout(value = 50, unit = MILLISECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void ofRepetitions() throws Exception {
        new CountDownLatch(1).await();
    }

    @TestFactory
    @Timeout(60)
    Stream<DynamicTest> ofAFactory() {
        return Stream.of(DynamicTest.dynamicTest("in time", () -> {}));
    }

    @Nested
    class Inner {

        @Test
        void ofTheOuterClass() throws Exception {
            new CountDownLatch(1).await();
        }
    }
}

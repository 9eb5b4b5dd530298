package org.isolatedmounts.it.liveness;

import static org.junit.jupiter.api.Assertions.fail;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Fixtures: where a run can be cancelled, the fork of a test that fails waits for the host. */
abstract class TwoOfFourFail {

    @Test
    void a() {
        fail("a fails");
    }

    @Test
    void b() {}

    @Test
    void c() {
        fail("c fails");
    }

    /** What the thread of the class comes to first, though the fork that was started for the class is that of the first. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void d() {}

    @IsolatedMounts
    static class FirstTestCase extends TwoOfFourFail {}

    @IsolatedMounts
    static class SecondTestCase extends TwoOfFourFail {}

    @IsolatedMounts
    static class ThirdTestCase extends TwoOfFourFail {}
}

package org.isolatedmounts.it.chaos;

import java.io.IOException;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Fixtures: every test starts a child and a daemon. */
final class KilledTestCases {

    private static final int WORK_MILLIS = 100;

    /** Of all classes together, if nobody is killed. */
    static final int TESTS = 7;

    private KilledTestCases() {}

    static Class<?>[] all() {
        return new Class<?>[] {PerTest.class, Repeated.class, PerClass.class};
    }

    @IsolatedMounts(fork = ForkMode.PER_TEST)
    @TmpfsMount(at = "/data")
    static class PerTest {

        @Test
        void first() throws IOException, InterruptedException {
            VictimTestCase.work(WORK_MILLIS);
        }

        @Test
        void second() throws IOException, InterruptedException {
            VictimTestCase.work(WORK_MILLIS);
        }
    }

    @IsolatedMounts(fork = ForkMode.PER_TEST)
    @TmpfsMount(at = "/data")
    static class Repeated {

        @RepeatedTest(3)
        void repeated() throws IOException, InterruptedException {
            VictimTestCase.work(WORK_MILLIS);
        }
    }

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    @TmpfsMount(at = "/data")
    static class PerClass {

        @Test
        void first() throws IOException, InterruptedException {
            VictimTestCase.work(WORK_MILLIS);
        }

        @Test
        void second() throws IOException, InterruptedException {
            VictimTestCase.work(WORK_MILLIS);
        }
    }
}

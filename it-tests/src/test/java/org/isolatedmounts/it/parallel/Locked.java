package org.isolatedmounts.it.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Fixtures. */
final class Locked {

    private Locked() {}

    private static void alone(String name) throws Exception {
        try (Presence presence = Presence.of(name)) {
            assertEquals(1, presence.count(), name);
            // time enough for another one to show up, who must not
            Thread.sleep(50);
            assertEquals(1, presence.count(), name);
        }
    }

    @IsolatedMounts
    static class Writers {

        @Test
        @ResourceLock("resource")
        void first() throws Exception {
            alone("writer");
        }

        @Test
        @ResourceLock(value = "resource", mode = ResourceAccessMode.READ_WRITE)
        void second() throws Exception {
            alone("writer");
        }
    }

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class WriterOfAClass {

        @Test
        @ResourceLock("resource")
        void third() throws Exception {
            alone("writer");
        }
    }

    @IsolatedMounts
    static class Readers {

        @Test
        @ResourceLock(value = "resource", mode = ResourceAccessMode.READ)
        void first() throws Exception {
            FileBarrier.meet("first", "second");
        }

        @Test
        @ResourceLock(value = "resource", mode = ResourceAccessMode.READ)
        void second() throws Exception {
            FileBarrier.meet("second", "first");
        }
    }

    @IsolatedMounts
    @Execution(ExecutionMode.SAME_THREAD)
    static class OneByOne {

        @RepeatedTest(3)
        void repeated() throws Exception {
            alone("one-by-one");
        }

        @Test
        void another() throws Exception {
            alone("one-by-one");
        }
    }

    @IsolatedMounts
    @Isolated
    static class Alone {

        @Test
        void test() throws Exception {
            alone("");
        }
    }

    @IsolatedMounts
    static class Company {

        @RepeatedTest(3)
        void repeated() throws Exception {
            try (Presence presence = Presence.of("company")) {
                assertTrue(presence.count() <= 2, "as many forks as configured");
                Thread.sleep(50);
                assertTrue(presence.count() <= 2, "as many forks as configured");
            }
        }
    }
}

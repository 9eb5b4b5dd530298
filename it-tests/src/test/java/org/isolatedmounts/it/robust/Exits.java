package org.isolatedmounts.it.robust;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fixtures. */
final class Exits {

    private Exits() {}

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class Zero {
        @Test
        void exits() {
            System.exit(0);
        }
    }

    /** The status with which a fork ends that cannot enter its working directory. */
    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class NinetySeven {
        @Test
        void exits() {
            System.exit(97);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class Three {
        @Test
        void exits() {
            System.out.println("good bye");
            System.exit(3);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class Halt {
        @Test
        void halts() {
            System.err.println("halting");
            Runtime.getRuntime().halt(7);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class BeforeAllExits {
        @BeforeAll
        static void exit() {
            System.exit(4);
        }

        @Test
        void isNotReached() {}
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class AfterAllExits {
        @Test
        void isDone() {
            System.out.println("done");
        }

        @AfterAll
        static void exit() {
            System.exit(5);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class StaticInitialiserExits {
        static {
            System.exit(6);
        }

        @Test
        void isNotReached() {}
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class LeavesThread {
        @Test
        void leavesThread() {
            new Thread(Hang::forEver, "left behind").start();
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class HangsInShutdownHook {
        @Test
        void addsHook() {
            Runtime.getRuntime().addShutdownHook(new Thread(Hang::forEver, "hanging hook"));
        }
    }
}

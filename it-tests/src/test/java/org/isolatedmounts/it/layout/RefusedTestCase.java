package org.isolatedmounts.it.layout;

import org.isolatedmounts.BindMount;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** Declarations that are wrong; the bodies must not be run. */
class RefusedTestCase {

    private static void ran() {
        throw new AssertionError("the body of a refused test was run");
    }

    @Test
    void plainSibling() {
        System.out.println("a plain sibling runs in the host JVM");
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "data")
    void relativeMountPoint() {
        ran();
    }

    @Test
    @IsolatedMounts
    @BindMount(source = "/etc", at = "")
    void emptyMountPoint() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "/data/../etc")
    void mountPointWithDotDot() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "/")
    void tmpfsOnRoot() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "/proc/")
    void tmpfsOnProc() {
        ran();
    }

    @Test
    @IsolatedMounts
    @BindMount(source = HostPlace.PLACE + "/missing", at = "/data")
    void missingSource() {
        ran();
    }

    @Test
    @IsolatedMounts
    @BindMount(source = "", at = "/data")
    void emptySource() {
        ran();
    }

    @Test
    @IsolatedMounts
    @BindMount(source = HostPlace.FILE, at = HostPlace.SOURCE)
    void fileOnDirectory() {
        ran();
    }

    @Test
    @IsolatedMounts
    @BindMount(source = HostPlace.SOURCE, at = HostPlace.FILE)
    void directoryOnFile() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = HostPlace.FILE)
    void tmpfsOnFile() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "/data", size = "1.5m")
    void unparsableSize() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "/data", size = "0")
    void noSize() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "/data", inodes = 0)
    void noInodes() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "/data", mode = "rwx")
    void unparsableMode() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = RefusedTests.LOOP + "/data")
    void loopOfSymbolicLinks() {
        ran();
    }

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "/data")
    @BindMount(source = "/etc", at = "/data/")
    void twoMountsAtOneMountPoint() {
        ran();
    }

    @Test
    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    void forkPerClass() {
        ran();
    }

    @Test
    @IsolatedMounts(fork = ForkMode.REUSED)
    void reusedFork() {
        ran();
    }
}

package org.isolatedmounts.it.benchmark;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = Commands.MOUNT_POINT)
class SixIsolatedTestCase {

    @Test
    void one() {
        PlainTestCase.check();
    }

    @Test
    void two() {
        PlainTestCase.check();
    }

    @Test
    void three() {
        PlainTestCase.check();
    }

    @Test
    void four() {
        PlainTestCase.check();
    }

    @Test
    void five() {
        PlainTestCase.check();
    }

    @Test
    void six() {
        PlainTestCase.check();
    }
}

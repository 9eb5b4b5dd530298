package org.isolatedmounts.it.benchmark;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = Commands.MOUNT_POINT)
class OneIsolatedTestCase {

    @Test
    void one() {
        PlainTestCase.check();
    }
}

package org.isolatedmounts.it.liveness;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/data")
class OrdinaryTestCase {

    @Test
    void runs() {}
}

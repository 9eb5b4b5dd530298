package org.isolatedmounts.it.robust;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/data")
class OrdinaryTestCase {

    @Test
    void runsNext() {
        System.out.println("the next test runs");
    }
}

package org.isolatedmounts.it.chaos;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/data")
class FollowingTestCase {

    @Test
    void runs() {
        System.out.println("the following test runs");
    }
}

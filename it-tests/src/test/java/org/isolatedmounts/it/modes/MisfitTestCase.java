package org.isolatedmounts.it.modes;

import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@IsolatedMounts(fork = ForkMode.PER_CLASS)
public class MisfitTestCase {

    @Test
    void test() {}

    @Nested
    @TmpfsMount(at = "/data")
    class InnerTestCase {

        @Test
        void test() {}
    }
}

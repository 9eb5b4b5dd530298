package org.isolatedmounts.it.report;

import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A mistake in each layout. */
public class RelativeTestCase {

    @Test
    @IsolatedMounts
    @TmpfsMount(at = "data")
    void isolated() {}

    @Test
    @TmpfsMount(at = "data")
    void notIsolated() {}

    @Nested
    @IsolatedMounts(fork = ForkMode.REUSED)
    class Reused {

        @Test
        void reused() {}
    }
}

package org.isolatedmounts.it.report;

import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts(fork = ForkMode.PER_CLASS)
class SharingTestCase {

    @Test
    void one() {}

    @Test
    void other() {}
}

package org.isolatedmounts.it.storm.cases;

import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Nested;

@IsolatedMounts(fork = ForkMode.PER_CLASS)
@TmpfsMount(at = "/data")
class PerClassTestCase extends ScriptedMethods {

    @Nested
    class Inner extends ScriptedMethods {

        @Nested
        class Deep extends ScriptedMethods {}
    }
}

package org.isolatedmounts.it.launchers;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.it.control.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Four forks, two of which wait at the same time; one prints. */
@IsolatedMounts
@Execution(ExecutionMode.CONCURRENT)
class WaitingTogetherTestCase {

    @Test
    void quick() {}

    @Test
    void alsoQuick() {}

    @Test
    void waits() throws Exception {
        Gate.of("go").await();
        System.out.println("printed in a fork");
    }

    @Test
    void alsoWaits() throws Exception {
        Gate.of("go").await();
    }
}

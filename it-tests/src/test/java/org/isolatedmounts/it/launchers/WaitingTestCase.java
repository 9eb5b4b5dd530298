package org.isolatedmounts.it.launchers;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.it.control.Gate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Four forks, the third of which waits; that there is a fourth is known when the second is done. */
@IsolatedMounts
@TestMethodOrder(MethodOrderer.MethodName.class)
class WaitingTestCase {

    @Test
    void a() {}

    @RepeatedTest(2)
    void b(RepetitionInfo repetition) throws Exception {
        if (repetition.getCurrentRepetition() == 2) {
            Gate.of("waiting").open();
            Gate.of("go").await();
            System.out.println("printed in a fork");
        }
    }

    @Test
    void c() {}
}

package org.isolatedmounts.it.modes;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

@IsolatedMounts
public class CrashingRepetitionsTestCase {

    @RepeatedTest(value = 3, failureThreshold = 1)
    void halts() {
        Runtime.getRuntime().halt(7);
    }

    @RepeatedTest(value = 4, failureThreshold = 1)
    void haltsLater(RepetitionInfo repetition) {
        if (repetition.getCurrentRepetition() == 2) {
            Runtime.getRuntime().halt(7);
        }
    }
}

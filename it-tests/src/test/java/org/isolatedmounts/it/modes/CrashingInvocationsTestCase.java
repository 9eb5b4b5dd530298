package org.isolatedmounts.it.modes;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IsolatedMounts
public class CrashingInvocationsTestCase {

    @ParameterizedTest
    @ValueSource(booleans = {true, true, false, true, false})
    void halts(boolean halts) {
        if (halts) {
            Runtime.getRuntime().halt(7);
        }
    }
}

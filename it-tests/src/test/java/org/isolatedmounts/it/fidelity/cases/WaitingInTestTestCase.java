package org.isolatedmounts.it.fidelity.cases;

/** Ends by a timeout only. */
public class WaitingInTestTestCase extends WaitingTestCase {

    @Override
    long inTest() {
        return UNTIL_INTERRUPTED;
    }
}

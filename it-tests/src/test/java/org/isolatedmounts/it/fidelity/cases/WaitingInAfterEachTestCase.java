package org.isolatedmounts.it.fidelity.cases;

/** Ends by a timeout only. */
public class WaitingInAfterEachTestCase extends WaitingTestCase {

    @Override
    long inAfterEach() {
        return UNTIL_INTERRUPTED;
    }
}

package org.isolatedmounts.it.fidelity.cases;

import org.junit.jupiter.api.Test;

/** Isolated by its superclass. */
public class InheritingTestCase extends AbstractTestCase {

    @Test
    void own() {}
}

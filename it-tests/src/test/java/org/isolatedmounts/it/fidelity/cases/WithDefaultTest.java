package org.isolatedmounts.it.fidelity.cases;

import org.junit.jupiter.api.Test;

interface WithDefaultTest {

    @Test
    default void defaultTest() {
        throw new IllegalStateException("from the interface");
    }
}

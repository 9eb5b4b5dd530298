package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@IsolatedMounts
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class OutOfMemoryTestCase {

    @Test
    @Order(1)
    void outOfMemory() {
        throw new IllegalStateException("a long array of " + new long[Integer.MAX_VALUE].length);
    }

    @Test
    @Order(2)
    void next() {}
}

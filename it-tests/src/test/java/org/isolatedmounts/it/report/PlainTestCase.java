package org.isolatedmounts.it.report;

import org.junit.jupiter.api.Test;

class PlainTestCase {

    @Test
    void passes() {}
}

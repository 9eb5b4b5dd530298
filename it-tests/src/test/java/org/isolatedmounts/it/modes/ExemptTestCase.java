package org.isolatedmounts.it.modes;

import org.isolatedmounts.NotIsolated;
import org.junit.jupiter.api.Test;

@NotIsolated
public class ExemptTestCase {

    @Test
    void exempt() {
        ThisJvm.print("exempt");
    }
}

package org.isolatedmounts.it.parallel;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class SecondTestCase {

    @Test
    void meetsTheOther() throws Exception {
        FileBarrier.meet("second", "first");
        System.out.println("the second has met the first");
    }
}

package org.isolatedmounts.it.parallel;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class FirstTestCase {

    @Test
    void meetsTheOther() throws Exception {
        FileBarrier.meet("first", "second");
        System.out.println("the first has met the second");
    }
}

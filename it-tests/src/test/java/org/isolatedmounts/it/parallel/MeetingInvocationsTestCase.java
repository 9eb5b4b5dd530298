package org.isolatedmounts.it.parallel;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first invocation is alone: only its fork knows of the others. */
@IsolatedMounts
public class MeetingInvocationsTestCase {

    @ParameterizedTest
    @CsvSource({"nobody, nobody", "first, second", "second, first"})
    void meets(String self, String other) throws Exception {
        FileBarrier.meet(self, other);
    }
}

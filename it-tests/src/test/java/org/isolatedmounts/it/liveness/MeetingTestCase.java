package org.isolatedmounts.it.liveness;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

/** Two tests that succeed only when they run at the same time. */
@IsolatedMounts
class MeetingTestCase {

    static final String DIRECTORY = "it.meeting";

    @Test
    void one() throws Exception {
        meet("one", "two");
    }

    @Test
    void two() throws Exception {
        meet("two", "one");
    }

    private static void meet(String self, String other) throws Exception {
        Path directory = Path.of(System.getProperty(DIRECTORY));
        Files.createFile(directory.resolve(self));
        WaitingTestCase.await(directory.resolve(other));
    }
}

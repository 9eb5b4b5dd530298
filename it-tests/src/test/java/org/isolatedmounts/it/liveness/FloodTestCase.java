package org.isolatedmounts.it.liveness;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

/** Its fork is started for the class, before anybody takes what the test prints. */
@IsolatedMounts
class FloodTestCase {

    static final String FILE = "it.flood";
    static final int MEGABYTES = 100;

    @Test
    void floods() throws Exception {
        Path printed = Path.of(System.getProperty(FILE));
        String megabyte = ("x".repeat(127) + "\n").repeat(1 << 13);
        for (int i = 1; i <= MEGABYTES; i++) {
            System.out.print(megabyte);
            Files.writeString(printed, Integer.toString(i));
        }
    }
}

package org.isolatedmounts.it.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlainTestCase {

    static void check() {
        assertTrue(Files.isDirectory(Path.of(Commands.MOUNT_POINT)));
    }

    @Test
    void one() {
        check();
    }
}

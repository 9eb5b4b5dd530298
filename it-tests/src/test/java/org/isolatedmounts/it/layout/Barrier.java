package org.isolatedmounts.it.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Processes meet by making files. */
final class Barrier {

    private static final long SECONDS = 30;

    private Barrier() {}

    /** Whether the file came in time. */
    static boolean await(Path file) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!Files.exists(file)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }
}

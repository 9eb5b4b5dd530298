package org.isolatedmounts.it.storm.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** What a part of a test does. */
public enum Deed {
    PASSES,
    PRINTS,
    FAILS,
    THROWS,
    ABORTS,
    // only in a fork, and only where the plain run has passed
    HANGS,
    EXITS,
    HALTS,
    FLOODS_OUT,
    FLOODS_ERR,
    FLOODS_PAST_SYSTEM_OUT;

    /** With what {@link #EXITS} does so. */
    public static final int EXIT_STATUS = 3;

    /** With what {@link #HALTS} does so. */
    public static final int HALT_STATUS = 7;

    /** More than the window of a fork, of 8 MiB, so that it has to wait for the host. */
    private static final int FLOOD = 12 << 20;

    /** Whether the fork does not survive it. */
    public boolean isFatal() {
        return this == HANGS || this == EXITS || this == HALTS;
    }

    void of(String id) {
        switch (this) {
            case PASSES -> {}
            case PRINTS -> {
                System.out.println("printed by " + id);
                System.err.println("printed as an error by " + id);
            }
            case FAILS -> assertEquals("what was expected of " + id, "what was there");
            case THROWS -> throw new IllegalStateException("thrown by " + id, new IOException("the cause"));
            case ABORTS -> assumeTrue(false, "aborted by " + id);
            case HANGS -> hang();
            case EXITS -> System.exit(EXIT_STATUS);
            case HALTS -> Runtime.getRuntime().halt(HALT_STATUS);
            case FLOODS_OUT -> flood(System.out);
            case FLOODS_ERR -> flood(System.err);
            case FLOODS_PAST_SYSTEM_OUT -> floodPastSystemOut();
        }
    }

    /** Whoever interrupts it. */
    private static void hang() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                System.out.println("interrupted, and hangs on");
            }
        }
    }

    private static void flood(PrintStream stream) {
        String line = "x".repeat(1023);
        for (int i = 0; i < FLOOD; i += 1024) {
            stream.println(line);
        }
    }

    private static void floodPastSystemOut() {
        byte[] bytes = new byte[1 << 20];
        Arrays.fill(bytes, (byte) 'x');
        // not to be closed: it is the JVM's
        @SuppressWarnings("resource")
        OutputStream stream = new FileOutputStream(FileDescriptor.out);
        try {
            for (int i = 0; i < FLOOD; i += bytes.length) {
                stream.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

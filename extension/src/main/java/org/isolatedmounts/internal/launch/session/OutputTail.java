package org.isolatedmounts.internal.launch.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The last few kilobytes of some output, for error messages. If a JVM begins to report on itself, the beginning of
 * that report and what stood just before it is kept instead: its end is of no interest.
 */
public final class OutputTail {

    /** How the report of a crash begins. */
    private static final String CRASH = "#\n# A fatal error has been detected by the Java Runtime Environment";

    /** How a thread dump begins, after the date. */
    private static final String THREADS = "\nFull thread dump ";

    private static final int LIMIT = 4096;
    private static final int REPORT_LIMIT = 8192;

    private byte[] tail = new byte[0];
    private boolean dumping;
    private int reportEnd = -1;

    /** From now on a thread dump is expected. */
    synchronized void expectThreadDump() {
        dumping = true;
    }

    public synchronized void append(byte[] bytes, int length) {
        byte[] joined = ByteBuffer.allocate(tail.length + length)
                .put(tail)
                .put(bytes, 0, length)
                .array();
        int begin = reportEnd < 0 ? findReport(joined, tail.length) : -1;
        if (begin >= 0) {
            int from = Math.max(0, begin - LIMIT);
            reportEnd = begin - from + REPORT_LIMIT;
            joined = Arrays.copyOfRange(joined, from, joined.length);
        }
        tail = reportEnd < 0
                ? Arrays.copyOfRange(joined, Math.max(0, joined.length - LIMIT), joined.length)
                : Arrays.copyOf(joined, Math.min(joined.length, reportEnd));
    }

    /** Where a report begins that is not wholly within what was searched before, or -1. */
    private int findReport(byte[] bytes, int searched) {
        int from = Math.max(0, searched - CRASH.length());
        String text = new String(bytes, from, bytes.length - from, ISO_8859_1);
        int crash = text.indexOf(CRASH);
        int begin = crash < 0 && dumping ? text.indexOf(THREADS) : crash;
        return begin < 0 ? -1 : from + begin;
    }

    public void append(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        append(bytes, bytes.length);
    }

    public synchronized String text() {
        return new String(tail, UTF_8);
    }
}

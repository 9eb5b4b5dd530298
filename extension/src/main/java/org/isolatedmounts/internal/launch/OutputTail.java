package org.isolatedmounts.internal.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The last few kilobytes of some output, for error messages. Where a JVM begins to report on itself, the beginning of
 * that report and what stood just before it is kept instead: its end is of no interest.
 */
final class OutputTail {

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

    synchronized void append(byte[] bytes, int length) {
        int most = Math.min(length, LIMIT + REPORT_LIMIT);
        // of a single piece that large the end is taken, unless a report has begun and its beginning is wanted
        int from = reportEnd >= 0 ? 0 : length - most;
        byte[] joined = ByteBuffer.allocate(tail.length + most)
                .put(tail)
                .put(bytes, from, most)
                .array();
        if (reportEnd < 0) {
            reportEnd = findReport(joined);
        }
        tail = reportEnd < 0
                ? Arrays.copyOfRange(joined, Math.max(0, joined.length - LIMIT), joined.length)
                : Arrays.copyOf(joined, Math.min(joined.length, reportEnd));
    }

    /** Where a report ends for our purpose, or -1 where none begins. */
    private int findReport(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int crash = text.indexOf(CRASH);
        int threads = dumping ? text.indexOf(THREADS) : -1;
        int begin = crash >= 0 ? crash : threads;
        return begin < 0 ? -1 : begin + REPORT_LIMIT;
    }

    void append(String text) {
        byte[] bytes = text.getBytes(Charset.defaultCharset());
        append(bytes, bytes.length);
    }

    synchronized String text() {
        return new String(tail, Charset.defaultCharset());
    }
}

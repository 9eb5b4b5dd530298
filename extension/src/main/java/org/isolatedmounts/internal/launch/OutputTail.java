package org.isolatedmounts.internal.launch;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;

/** The last few kilobytes of some output, for error messages. */
final class OutputTail {

    private static final int LIMIT = 4096;

    private byte[] tail = new byte[0];

    synchronized void append(byte[] bytes, int length) {
        byte[] joined = ByteBuffer.allocate(tail.length + Math.min(length, LIMIT))
                .put(tail)
                .put(bytes, Math.max(0, length - LIMIT), Math.min(length, LIMIT))
                .array();
        tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - LIMIT), joined.length);
    }

    void append(String text) {
        byte[] bytes = text.getBytes(Charset.defaultCharset());
        append(bytes, bytes.length);
    }

    synchronized String text() {
        return new String(tail, Charset.defaultCharset());
    }
}

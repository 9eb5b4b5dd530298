package org.isolatedmounts.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Builds the content of one frame. */
final class ContentWriter {

    private byte[] bytes = new byte[256];
    private int length;

    void octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    void integer(int value) {
        octet(value >> 24);
        octet(value >> 16);
        octet(value >> 8);
        octet(value);
    }

    void number(long value) {
        integer((int) (value >> 32));
        integer((int) value);
    }

    void bytes(byte[] value) {
        integer(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    void text(String value) {
        boolean unicode = isUnicode(value);
        flag(unicode);
        bytes(unicode ? value.getBytes(UTF_8) : chars(value));
    }

    /** Half of a surrogate pair is no Unicode; a Java string may have it all the same, and names of tests do. */
    private static boolean isUnicode(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return UTF_16BE.newEncoder().canEncode(value);
            }
        }
        return true;
    }

    private static byte[] chars(String value) {
        byte[] chars = new byte[Character.BYTES * value.length()];
        for (int i = 0; i < value.length(); i++) {
            chars[2 * i] = (byte) (value.charAt(i) >> 8);
            chars[2 * i + 1] = (byte) value.charAt(i);
        }
        return chars;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            // no array has more than so many elements; what exceeds them fails as an array that is too large
            long wanted = Math.max((long) length + more, 2L * bytes.length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
        }
    }
}

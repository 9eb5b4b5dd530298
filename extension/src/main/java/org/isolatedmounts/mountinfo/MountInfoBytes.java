package org.isolatedmounts.mountinfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;

/**
 * Decodes UTF-8 without losing what is none: names in Linux are bytes, and two that differ must stay different. A byte
 * that belongs to no UTF-8 sequence becomes the lone surrogate {@code U+DC00} plus the byte, as in Python's
 * {@code surrogateescape}; no valid UTF-8 decodes to that.
 */
final class MountInfoBytes {

    private static final char ESCAPE = '\uDC00';

    private MountInfoBytes() {}

    static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    static String decode(byte[] bytes, int start, int end) {
        return isAscii(bytes, start, end)
                ? new String(bytes, start, end - start, ISO_8859_1)
                : decodeUtf8(ByteBuffer.wrap(bytes, start, end - start));
    }

    private static boolean isAscii(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static String decodeUtf8(ByteBuffer input) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        CharBuffer output = CharBuffer.allocate(input.remaining());
        while (decoder.decode(input, output, true).isError()) {
            // what follows a byte that is wrong may be right
            output.put((char) (ESCAPE | (input.get() & 0xFF)));
            decoder.reset();
        }
        return output.flip().toString();
    }

    /** The bytes that {@link #decode} made the text of. */
    static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                bytes.writeBytes(text.substring(start, i).getBytes(UTF_8));
                bytes.write(text.charAt(i));
                start = i + 1;
            }
        }
        bytes.writeBytes(text.substring(start).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private static boolean isEscape(String text, int index) {
        char character = text.charAt(index);
        return character >= (ESCAPE | 0x80)
                && character <= (ESCAPE | 0xFF)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}

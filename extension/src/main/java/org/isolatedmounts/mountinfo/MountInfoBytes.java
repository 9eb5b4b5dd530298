package org.isolatedmounts.mountinfo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 without losing what is none: names in Linux are bytes, and two that differ must stay different. A byte
 * that belongs to no UTF-8 sequence becomes the lone surrogate {@code U+DC00} plus the byte, as in Python's
 * {@code surrogateescape}; no valid UTF-8 decodes to that.
 */
final class MountInfoBytes {

    private static final char ESCAPE = '\uDC00';

    private MountInfoBytes() {}

    static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                output.put((char) (ESCAPE | (input.get() & 0xFF)));
            }
            result = decoder.reset().decode(input, output, true);
        }
        return output.flip().toString();
    }

    /** The bytes that {@link #decode} made the text of. */
    static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                bytes.writeBytes(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
                bytes.write(text.charAt(i));
                start = i + 1;
            }
        }
        bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static boolean isEscape(String text, int index) {
        char character = text.charAt(index);
        return character >= (ESCAPE | 0x80)
                && character <= (ESCAPE | 0xFF)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}

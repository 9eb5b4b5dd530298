package org.isolatedmounts.internal.linux;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of file names, whatever the locale: UTF-8, and a byte that is no UTF-8 becomes the unpaired surrogate {@code
 * U+DC00 + byte}, which no valid text contains, and that becomes the byte again.
 */
public final class PathBytes {

    private static final int ESCAPE = 0xdc00;

    private PathBytes() {}

    public static String decode(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CharBuffer out = CharBuffer.allocate(length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        while (decoder.decode(in, out, true).isError()) {
            out.put((char) (ESCAPE + (in.get() & 0xff)));
            decoder.reset();
        }
        return out.flip().toString();
    }

    /** Terminated by a zero byte; a zero within the text would cut it short and is refused. */
    public static byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (codePoint == 0) {
                throw new IllegalArgumentException("a file name cannot contain the NUL character: " + text);
            }
            if (codePoint >= ESCAPE + 0x80 && codePoint <= ESCAPE + 0xff) {
                out.write(codePoint - ESCAPE);
            } else {
                out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
            }
        });
        out.write(0);
        return out.toByteArray();
    }
}

package org.isolatedmounts.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the content of one frame; nothing is made room for before it is known to be there. */
final class ContentReader {

    /** A failure is told to a depth of about a hundred causes. */
    private static final int MOST_NESTED = 250;

    private final byte[] content;
    private int at;
    private int nested;
    private @Nullable Component reading;

    ContentReader(byte[] content) {
        this.content = content;
    }

    /** Goes into a record, which may be part of another one. */
    void enter(Class<?> type) {
        if (++nested > MOST_NESTED) {
            throw malformed("records nested at most " + MOST_NESTED + " deep", "a " + type.getSimpleName() + " below");
        }
    }

    void leave() {
        nested--;
    }

    /** What is read next, for messages. */
    void reading(Component component) {
        reading = component;
    }

    int octet(String what) {
        require(1, what);
        return content[at++] & 0xff;
    }

    boolean flag(String what) {
        int value = octet(what);
        if (value > 1) {
            throw malformed(what + ", 0 or 1", String.valueOf(value));
        }
        return value == 1;
    }

    int integer() {
        require(Integer.BYTES, "an int");
        return (next() << 24) | (next() << 16) | (next() << 8) | next();
    }

    long number() {
        require(Long.BYTES, "a long");
        return ((long) integer() << 32) | (integer() & 0xffff_ffffL);
    }

    /** How many bytes or elements follow, each of which takes a byte at least. */
    int count(String what) {
        int count = integer();
        if (count < 0 || count > left()) {
            throw malformed("as many " + what + " as there can be in " + left() + " bytes", String.valueOf(count));
        }
        return count;
    }

    byte[] bytes() {
        int count = count("bytes");
        at += count;
        return Arrays.copyOfRange(content, at - count, at);
    }

    String text() {
        boolean unicode = flag("the kind of a text");
        int count = count("bytes of a text");
        int from = at;
        at += count;
        return unicode ? unicode(from) : chars(from);
    }

    private String unicode(int from) {
        String text = new String(content, from, at - from, UTF_8);
        // in the place of what is no UTF-8
        boolean suspicious = text.indexOf('\uFFFD') >= 0;
        if (suspicious && !Arrays.equals(text.getBytes(UTF_8), Arrays.copyOfRange(content, from, at))) {
            throw malformed("a text in UTF-8", "other bytes");
        }
        return text;
    }

    private String chars(int from) {
        if ((at - from) % Character.BYTES != 0) {
            throw malformed("two bytes for each character", at - from + " bytes");
        }
        char[] chars = new char[(at - from) / Character.BYTES];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((content[from + 2 * i] & 0xff) << 8 | (content[from + 2 * i + 1] & 0xff));
        }
        return new String(chars);
    }

    /** Nothing may follow. */
    void end() {
        if (left() > 0) {
            reading = null;
            throw malformed("the end of a frame of " + content.length + " bytes", left() + " more");
        }
    }

    MalformedFrameException malformed(String expected, String found) {
        return malformed(expected, found, null);
    }

    MalformedFrameException malformed(String expected, String found, @Nullable Throwable cause) {
        String place = reading == null ? "" : " at " + reading;
        return new MalformedFrameException("expected " + expected + place + ", found " + found, cause);
    }

    private void require(int bytes, String what) {
        if (left() < bytes) {
            throw malformed(what, left() == 0 ? "the end of the frame" : "the last " + left() + " bytes of the frame");
        }
    }

    private int left() {
        return content.length - at;
    }

    private int next() {
        return content[at++] & 0xff;
    }
}

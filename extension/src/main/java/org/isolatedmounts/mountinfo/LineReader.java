package org.isolatedmounts.mountinfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads lines from left to right, field by field, in the bytes that the kernel wrote. Lines end at newlines only: every
 * other kind of line break can be part of a name. Exactly one space stands between two fields.
 */
final class LineReader {

    private final String file;
    private final byte[] bytes;
    private int lineNumber;
    private int lineStart;
    private int lineEnd = -1;
    /** Where the next field begins; beyond the end of the line if there is none. */
    private int next;
    /** The current field. */
    private int start;

    private int end;
    /** Known to be so: most fields are, and need not be looked at once more. */
    private boolean isPlainAscii;

    LineReader(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    boolean nextLine() {
        if (!hasNextLine()) {
            return false;
        }
        lineStart = lineEnd + 1;
        lineEnd = indexOf('\n', lineStart, bytes.length);
        lineNumber++;
        next = lineStart;
        return true;
    }

    boolean hasNextLine() {
        return lineEnd + 1 < bytes.length;
    }

    /** Where the next line begins, or the bytes end. */
    int nextLineStart() {
        return Math.min(lineEnd + 1, bytes.length);
    }

    boolean lineStartsWith(String ascii) {
        return startsWith(ascii, lineStart, lineEnd);
    }

    /** Whether the next line begins with these characters. */
    boolean nextLineStartsWith(String ascii) {
        return startsWith(ascii, lineEnd + 1, bytes.length);
    }

    boolean hasMore() {
        return next <= lineEnd;
    }

    boolean hasMoreCharacters() {
        return next < lineEnd;
    }

    /** Goes past spaces and tabs, where several are written to align what follows. */
    void skipBlanks() {
        while (next < lineEnd && (bytes[next] == ' ' || bytes[next] == '\t')) {
            next++;
        }
    }

    /** Goes to what stands before the next such character, and past that; stays if there is none. */
    boolean fieldUpTo(char delimiter) {
        int index = indexOf(delimiter, next, lineEnd);
        if (index >= lineEnd) {
            return false;
        }
        start = next;
        end = index;
        next = index + 1;
        isPlainAscii = false;
        return true;
    }

    /** Goes to the next field, which may be empty. */
    void field(String name) {
        int index = next;
        boolean escapes = false;
        int allBits = 0;
        while (index < lineEnd && bytes[index] != ' ') {
            byte value = bytes[index++];
            allBits |= value;
            escapes |= value == '\\';
        }
        goTo(name, index);
        isPlainAscii = !escapes && allBits >= 0;
    }

    /** Goes to all that follows, spaces included. */
    void rest(String name) {
        goTo(name, lineEnd);
    }

    private void goTo(String name, int newEnd) {
        if (next > lineEnd) {
            start = lineEnd;
            end = lineEnd;
            throw malformed("the line ends where the " + name + " should follow");
        }
        start = next;
        end = newEnd;
        next = newEnd + 1;
        isPlainAscii = false;
    }

    /** Takes fixed words, which stand between two fields. */
    void expect(String ascii) {
        if (!startsWith(ascii, next, lineEnd)) {
            start = Math.min(next, lineEnd);
            throw malformed("expected \"" + ascii.strip() + "\"");
        }
        next += ascii.length();
    }

    void expectEnd() {
        if (hasMore()) {
            start = next;
            throw malformed("expected the end of the line");
        }
    }

    private boolean startsWith(String ascii, int from, int limit) {
        if (from + ascii.length() > limit) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean fieldIs(String ascii) {
        return end - start == ascii.length() && fieldStartsWith(ascii);
    }

    boolean fieldStartsWith(String ascii) {
        return startsWith(ascii, start, end);
    }

    /** Whether the current field stands at another place too. */
    boolean fieldIsAlsoAt(int otherStart, int otherEnd) {
        return Arrays.equals(bytes, start, end, bytes, otherStart, otherEnd);
    }

    int fieldStart() {
        return start;
    }

    int fieldEnd() {
        return end;
    }

    int number(String name) {
        field(name);
        return number(name, start, end);
    }

    /** The decimal number that follows so many characters of the current field. */
    int numberAfter(int characters, String name) {
        return number(name, start + characters, end);
    }

    private int number(String name, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw noNumber(name, from, to);
            }
            number = number * 10 + digit;
            if (number > Integer.MAX_VALUE) {
                throw malformed(from, "the " + name + " " + text(from, to) + " is too large");
            }
        }
        if (from == to) {
            throw noNumber(name, from, to);
        }
        return (int) number;
    }

    private MalformedMountInfoException noNumber(String name, int from, int to) {
        return malformed(from, "expected the " + name + ", a decimal number, found \"" + text(from, to) + "\"");
    }

    /** The current field as an unsigned number of 64 bits; the kernel prints a few with a sign. */
    long counter() {
        String digits = raw();
        try {
            return digits.startsWith("-") ? Long.parseLong(digits) : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            throw malformed("expected a decimal number, found \"" + digits + "\"");
        }
    }

    DeviceNumber device() {
        field("device number");
        int colon = indexOf(':', start, end);
        if (colon == end) {
            throw malformed("expected the device number, major:minor, found \"" + raw() + "\"");
        }
        return new DeviceNumber(number("major number", start, colon), number("minor number", colon + 1, end));
    }

    /** The current field as it stands there. */
    String raw() {
        return text(start, end);
    }

    private String text(int from, int to) {
        return MountInfoBytes.decode(bytes, from, to);
    }

    /** The current field without escapes; a backslash that begins none stands for itself. */
    String unescaped() {
        return isPlainAscii
                ? new String(bytes, start, end - start, ISO_8859_1)
                : OctalEscapes.resolve(bytes, start, end);
    }

    /** The current field without escapes; not empty. */
    String strictlyUnescaped(String name) {
        if (start == end) {
            throw malformed("the " + name + " is empty");
        }
        int malformed = isPlainAscii ? -1 : OctalEscapes.indexOfMalformed(bytes, start, end);
        if (malformed >= 0) {
            throw malformed(malformed, "a backslash in the " + name + " without the three octal digits of a byte");
        }
        return unescaped();
    }

    /** The options that the current field lists, without escapes. */
    List<String> options() {
        if (start == end) {
            return List.of();
        }
        List<String> options = new ArrayList<>();
        int from = start;
        while (from <= end) {
            int comma = indexOf(',', from, end);
            options.add(OctalEscapes.resolve(bytes, from, comma));
            from = comma + 1;
        }
        return List.copyOf(options);
    }

    private int indexOf(char ascii, int from, int limit) {
        int index = from;
        while (index < limit && bytes[index] != ascii) {
            index++;
        }
        return index;
    }

    MalformedMountInfoException malformed(String problem) {
        return malformed(start, problem);
    }

    private MalformedMountInfoException malformed(int at, String problem) {
        return new MalformedMountInfoException(
                file, lineNumber, text(lineStart, at).length() + 1, problem);
    }
}

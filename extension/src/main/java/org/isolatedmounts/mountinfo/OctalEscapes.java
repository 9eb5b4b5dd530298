package org.isolatedmounts.mountinfo;

import java.io.ByteArrayOutputStream;

/**
 * The escapes that the kernel writes into mountinfo: a backslash and the three octal digits of a byte.
 *
 * <table>
 * <caption>What is escaped where</caption>
 * <tr><td>{@code \040}</td><td>space</td><td>everywhere</td></tr>
 * <tr><td>{@code \011}</td><td>tab</td><td>everywhere</td></tr>
 * <tr><td>{@code \012}</td><td>newline</td><td>everywhere</td></tr>
 * <tr><td>{@code \134}</td><td>backslash</td><td>everywhere</td></tr>
 * <tr><td>{@code \043}</td><td>number sign</td><td>source and filesystem type</td></tr>
 * <tr><td>{@code \054}</td><td>comma</td><td>super options</td></tr>
 * <tr><td>{@code \075}</td><td>equals sign</td><td>names of super options</td></tr>
 * </table>
 *
 * Any other byte is resolved as well. A carriage return is written as it is.
 */
final class OctalEscapes {

    private static final int LENGTH = 4;

    private OctalEscapes() {}

    /** The index of the first backslash that begins no escape, or -1. */
    static int indexOfMalformed(String text) {
        int index = text.indexOf('\\');
        while (index >= 0) {
            if (!isEscape(text, index)) {
                return index;
            }
            index = text.indexOf('\\', index + LENGTH);
        }
        return -1;
    }

    /** Resolves the escapes; a backslash that begins none stands for itself. */
    static String resolve(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int index = 0;
        while (index < text.length()) {
            if (isEscape(text, index)) {
                bytes.write(Integer.parseInt(text, index + 1, index + LENGTH, 8));
                index += LENGTH;
            } else {
                appendDecoded(bytes, resolved);
                resolved.append(text.charAt(index));
                index++;
            }
        }
        appendDecoded(bytes, resolved);
        return resolved.toString();
    }

    /** Escapes the characters that are in the set, and nothing else. */
    static String escape(String text, String set) {
        if (text.chars().noneMatch(character -> set.indexOf(character) >= 0)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (set.indexOf(character) < 0) {
                escaped.append(character);
            } else {
                append(Character.toString(character), escaped);
            }
        }
        return escaped.toString();
    }

    /** Appends an escape for each byte of the text. */
    static void append(String text, StringBuilder target) {
        for (byte value : MountInfoBytes.encode(text)) {
            target.append('\\');
            for (int shift = 6; shift >= 0; shift -= 3) {
                target.append((char) ('0' + ((value & 0xFF) >> shift & 7)));
            }
        }
    }

    private static void appendDecoded(ByteArrayOutputStream bytes, StringBuilder target) {
        if (bytes.size() > 0) {
            target.append(MountInfoBytes.decode(bytes.toByteArray()));
            bytes.reset();
        }
    }

    private static boolean isEscape(String text, int index) {
        return text.charAt(index) == '\\'
                && index + LENGTH <= text.length()
                && isBetween(text.charAt(index + 1), '0', '3')
                && isBetween(text.charAt(index + 2), '0', '7')
                && isBetween(text.charAt(index + 3), '0', '7');
    }

    private static boolean isBetween(char character, char first, char last) {
        return character >= first && character <= last;
    }
}

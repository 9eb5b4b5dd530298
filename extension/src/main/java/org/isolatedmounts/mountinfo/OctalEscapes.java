package org.isolatedmounts.mountinfo;

import java.util.List;
import java.util.stream.Collectors;

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

    /** What is escaped in paths. */
    static final String IN_PATHS = " \t\n\\";

    /** What is escaped in sources and filesystem types. */
    static final String IN_NAMES = IN_PATHS + "#";

    private static final String IN_OPTIONS = IN_PATHS + ",";
    private static final int LENGTH = 4;

    private OctalEscapes() {}

    /** The index of the first backslash that begins no escape, or -1. */
    static int indexOfMalformed(byte[] bytes, int start, int end) {
        int index = start;
        while (index < end) {
            if (bytes[index] != '\\') {
                index++;
            } else if (isEscape(bytes, index, end)) {
                index += LENGTH;
            } else {
                return index;
            }
        }
        return -1;
    }

    /** Resolves the escapes; a backslash that begins none stands for itself. */
    static String resolve(byte[] bytes, int start, int end) {
        int index = start;
        while (index < end && bytes[index] != '\\') {
            index++;
        }
        return index == end ? MountInfoBytes.decode(bytes, start, end) : resolveAll(bytes, start, end);
    }

    private static String resolveAll(byte[] bytes, int start, int end) {
        byte[] resolved = new byte[end - start];
        int length = 0;
        int index = start;
        while (index < end) {
            if (isEscape(bytes, index, end)) {
                resolved[length++] =
                        (byte) ((bytes[index + 1] & 3) << 6 | (bytes[index + 2] & 7) << 3 | (bytes[index + 3] & 7));
                index += LENGTH;
            } else {
                resolved[length++] = bytes[index++];
            }
        }
        return MountInfoBytes.decode(resolved, 0, length);
    }

    private static boolean isEscape(byte[] bytes, int index, int end) {
        return bytes[index] == '\\'
                && index + LENGTH <= end
                && isBetween(bytes[index + 1], '0', '3')
                && isBetween(bytes[index + 2], '0', '7')
                && isBetween(bytes[index + 3], '0', '7');
    }

    private static boolean isBetween(byte value, char first, char last) {
        return value >= first && value <= last;
    }

    static String escapeOptions(List<String> options) {
        return options.stream().map(option -> escape(option, IN_OPTIONS)).collect(Collectors.joining(","));
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
}

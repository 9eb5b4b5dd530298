package org.isolatedmounts.mountinfo;

import java.util.Arrays;
import java.util.List;

/** A line of mountinfo while it is read from left to right. Exactly one space stands between two fields. */
final class MountInfoLine {

    private final String text;
    private final int number;
    private int next;
    private int start;

    MountInfoLine(String text, int number) {
        this.text = text;
        this.number = number;
    }

    /** The next field, as it stands there; may be empty. */
    String field(String name) {
        return until(name, text.indexOf(' ', Math.min(next, text.length())));
    }

    /** All that follows, spaces included. */
    String rest(String name) {
        return until(name, -1);
    }

    private String until(String name, int end) {
        if (next > text.length()) {
            start = text.length();
            throw malformed(0, "the line ends where the " + name + " should follow");
        }
        start = next;
        int stop = end < 0 ? text.length() : end;
        next = stop + 1;
        return text.substring(start, stop);
    }

    int number(String name) {
        return number(name, field(name), 0);
    }

    /** A decimal number that begins {@code offset} characters into the current field. */
    int number(String name, String digits, int offset) {
        if (!digits.isEmpty() && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            try {
                return Integer.parseInt(digits);
            } catch (NumberFormatException tooLarge) {
                throw malformed(offset, "the " + name + " " + digits + " is too large");
            }
        }
        throw malformed(offset, "expected the " + name + ", a decimal number, found \"" + digits + "\"");
    }

    DeviceNumber device() {
        String field = field("device number");
        int colon = field.indexOf(':');
        if (colon < 0) {
            throw malformed(0, "expected the device number, major:minor, found \"" + field + "\"");
        }
        return new DeviceNumber(
                number("major number", field.substring(0, colon), 0),
                number("minor number", field.substring(colon + 1), colon + 1));
    }

    String path(String name) {
        String field = field(name);
        if (field.isEmpty()) {
            throw malformed(0, "the " + name + " is empty");
        }
        int malformed = OctalEscapes.indexOfMalformed(field);
        if (malformed >= 0) {
            throw malformed(malformed, "a backslash in the " + name + " without the three octal digits of a byte");
        }
        return OctalEscapes.resolve(field);
    }

    static List<String> options(String field) {
        return Arrays.stream(field.split(",", -1)).map(OctalEscapes::resolve).toList();
    }

    MalformedMountInfoException malformed(int offset, String problem) {
        return new MalformedMountInfoException(number, start + offset + 1, problem);
    }
}

package org.isolatedmounts.internal.layout.value;

/** The permission bits of a file, in octal. */
public final class OctalMode {

    private static final int MAX = 07777;

    private OctalMode() {}

    /** The mode without leading zeros. */
    public static String parse(Attribute mode) {
        if (!mode.value().matches("[0-7]+")) {
            throw mode.breaks("must be an octal number", "write for example \"755\" or \"1777\"");
        }
        String digits = mode.value().replaceFirst("^0+(?=.)", "");
        if (digits.length() > 4 || Integer.parseInt(digits, 8) > MAX) {
            throw mode.breaks(
                    "must be at most 7777", "write only the permission bits, for example \"755\" or \"1777\"");
        }
        return digits;
    }
}

package org.isolatedmounts.internal.report;

/** Text that stays on its line and, in a brief report, within it, whatever a name contains. */
final class OneLine {

    private static final int LONGEST = 200;
    private static final String LEFT_OUT = "...";

    private OneLine() {}

    /** Control characters as octal escapes, as in mountinfo. */
    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (spoilsALine(character)) {
                line.append(String.format("\\%03o", character));
            } else {
                line.appendCodePoint(character);
            }
        });
        return line.toString();
    }

    private static boolean spoilsALine(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }

    /** The middle left out if it is long: in a path and in a command both ends tell the most. */
    static String brief(String text) {
        return brief(text, LONGEST);
    }

    static String brief(String text, int longest) {
        String line = of(text);
        if (line.length() <= longest) {
            return line;
        }
        int half = (longest - LEFT_OUT.length()) / 2;
        return line.substring(0, inFront(line, half)) + LEFT_OUT + line.substring(behind(line, line.length() - half));
    }

    private static int inFront(String line, int end) {
        return isWithinACharacter(line, end) ? end - 1 : end;
    }

    private static int behind(String line, int begin) {
        return isWithinACharacter(line, begin) ? begin + 1 : begin;
    }

    private static boolean isWithinACharacter(String line, int position) {
        return position > 0
                && position < line.length()
                && Character.isSurrogatePair(line.charAt(position - 1), line.charAt(position));
    }
}

package org.isolatedmounts.internal.layout.value;

import java.nio.charset.StandardCharsets;

/** Values in messages: as one would write them in Java, on one line, and not longer than one can read. */
public final class Quoted {

    private static final int MAX_LENGTH = 300;
    private static final int KEPT_AT_EACH_END = 100;

    private Quoted() {}

    public static String quoted(Object value) {
        String text = value.toString();
        if (text.length() <= MAX_LENGTH) {
            return '"' + escaped(text) + '"';
        }
        String start = text.substring(0, KEPT_AT_EACH_END);
        String end = text.substring(text.length() - KEPT_AT_EACH_END);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return '"' + escaped(start) + "..." + escaped(end) + "\" (" + bytes + " bytes)";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                default -> append(codePoint, escaped);
            }
        });
        return escaped.toString();
    }

    private static void append(int codePoint, StringBuilder escaped) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> {
                for (char unit : Character.toChars(codePoint)) {
                    escaped.append(String.format("\\u%04X", (int) unit));
                }
            }
            default -> escaped.appendCodePoint(codePoint);
        }
    }
}

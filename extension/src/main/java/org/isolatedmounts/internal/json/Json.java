package org.isolatedmounts.internal.json;

import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, strings, numbers, booleans and nulls as JSON, in ASCII. No string can end the element of an HTML page
 * that it stands in.
 */
public final class Json {

    private final StringBuilder text = new StringBuilder();
    private final boolean indented;

    private Json(boolean indented) {
        this.indented = indented;
    }

    /** For people, too. */
    public static String indented(Object value) {
        return new Json(true).with(value) + "\n";
    }

    /** On one line. */
    public static String compact(Object value) {
        return new Json(false).with(value);
    }

    private String with(Object value) {
        write(value, "\n");
        return text.toString();
    }

    private void write(Object value, String newLine) {
        if (value instanceof Map<?, ?> map) {
            members(map, newLine);
        } else if (value instanceof List<?> list) {
            elements(list, newLine);
        } else if (value instanceof String string) {
            string(string);
        } else {
            text.append(value);
        }
    }

    private void members(Map<?, ?> map, String newLine) {
        String separator = "";
        text.append('{');
        for (Map.Entry<?, ?> member : map.entrySet()) {
            text.append(separator);
            breakLine(newLine + "  ");
            string(member.getKey().toString());
            text.append(indented ? ": " : ":");
            write(member.getValue(), newLine + "  ");
            separator = ",";
        }
        breakLine(map.isEmpty() ? "" : newLine);
        text.append('}');
    }

    private void elements(List<?> list, String newLine) {
        String separator = "";
        text.append('[');
        for (Object element : list) {
            text.append(separator);
            breakLine(newLine + "  ");
            write(element, newLine + "  ");
            separator = ",";
        }
        breakLine(list.isEmpty() ? "" : newLine);
        text.append(']');
    }

    private void breakLine(String newLine) {
        text.append(indented ? newLine : "");
    }

    private void string(String string) {
        text.append('"');
        string.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (unit >= ' ' && unit < 127 && unit != '<') {
                        text.append((char) unit);
                    } else {
                        escape(unit);
                    }
                }
            }
        });
        text.append('"');
    }

    private void escape(int unit) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit(unit >> shift & 0xF, 16));
        }
    }
}

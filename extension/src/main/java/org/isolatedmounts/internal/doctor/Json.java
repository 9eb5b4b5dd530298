package org.isolatedmounts.internal.doctor;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings, booleans and nulls as JSON, in ASCII, indented. */
final class Json {

    private Json() {}

    static String of(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, "\n", text);
        return text.append('\n').toString();
    }

    private static void write(Object value, String newLine, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            members(map, newLine, text);
        } else if (value instanceof List<?> list) {
            elements(list, newLine, text);
        } else if (value instanceof String string) {
            string(string, text);
        } else {
            text.append(value);
        }
    }

    private static void members(Map<?, ?> map, String newLine, StringBuilder text) {
        String separator = "";
        text.append('{');
        for (Map.Entry<?, ?> member : map.entrySet()) {
            text.append(separator).append(newLine).append("  ");
            string(member.getKey().toString(), text);
            text.append(": ");
            write(member.getValue(), newLine + "  ", text);
            separator = ",";
        }
        text.append(map.isEmpty() ? "" : newLine).append('}');
    }

    private static void elements(List<?> list, String newLine, StringBuilder text) {
        String separator = "";
        text.append('[');
        for (Object element : list) {
            text.append(separator).append(newLine).append("  ");
            write(element, newLine + "  ", text);
            separator = ",";
        }
        text.append(list.isEmpty() ? "" : newLine).append(']');
    }

    private static void string(String string, StringBuilder text) {
        text.append('"');
        string.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(unit >= ' ' && unit < 127 ? (char) unit : "\\u%04x".formatted(unit));
            }
        });
        text.append('"');
    }
}

package org.isolatedmounts.it.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON as strictly as RFC 8259 has it: maps, lists, strings, whole numbers and booleans. */
final class JsonText {

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static Map<?, ?> parse(String text) {
        JsonText json = new JsonText(text);
        Object value = json.value();
        json.skipBlanks();
        if (json.at != text.length()) {
            throw json.error("the end");
        }
        return (Map<?, ?>) value;
    }

    private Object value() {
        skipBlanks();
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (skips('}')) {
            return members;
        }
        do {
            skipBlanks();
            take('"');
            String name = string();
            skipBlanks();
            take(':');
            if (members.put(name, value()) != null) {
                throw error("a name only once");
            }
        } while (skips(','));
        take('}');
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        if (skips(']')) {
            return elements;
        }
        do {
            elements.add(value());
        } while (skips(','));
        take(']');
        return elements;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw error("no control character");
            }
            string.append(c == '\\' ? escape() : c);
        }
        return string.toString();
    }

    private char escape() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw error("an escape");
        };
    }

    private Object word() {
        int start = --at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.matches("true|false")) {
            return Boolean.valueOf(word);
        }
        if (word.matches("0|[1-9][0-9]*")) {
            return Integer.valueOf(word);
        }
        throw error("a value");
    }

    private boolean skips(char expected) {
        skipBlanks();
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void take(char expected) {
        if (next() != expected) {
            throw error("'" + expected + "'");
        }
    }

    private char next() {
        if (at == text.length()) {
            throw error("more");
        }
        return text.charAt(at++);
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private AssertionError error(String expected) {
        return new AssertionError("JSON: expected " + expected + " at " + at + ":\n" + text);
    }
}

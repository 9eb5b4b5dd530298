package org.isolatedmounts.internal.doctor;

import java.util.ArrayList;
import java.util.List;

/** Text for terminals of 80 to 100 columns. */
final class Wrapping {

    static final int WIDTH = 92;

    private Wrapping() {}

    /** Lines of which the first begins with one text and the others with as many blanks. */
    static List<String> wrap(String first, String text) {
        return wrap(first, " ".repeat(first.length()), text);
    }

    static List<String> wrap(String first, String others, String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : printable(text).split("\n", -1)) {
            StringBuilder line = new StringBuilder(lines.isEmpty() ? first : others);
            boolean empty = true;
            for (String word : paragraph.split(" ", -1)) {
                if (!empty && line.length() + 1 + word.length() > WIDTH) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder(others);
                    empty = true;
                }
                line.append(empty ? "" : " ").append(word);
                empty = false;
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** A command, broken where a shell reads it as before: after a backslash, or a semicolon of a quoted script. */
    static List<String> wrapCommand(String indent, String command) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        boolean quoted = false;
        for (String chunk : unbreakable(printable(command))) {
            boolean first = line.length() == indent.length();
            if (!first && line.length() + chunk.length() + " ".length() + " \\".length() > WIDTH) {
                lines.add(line + (quoted ? "" : " \\"));
                line = new StringBuilder(indent).append("    ").append(chunk);
            } else {
                line.append(first ? "" : " ").append(chunk);
            }
            quoted ^= hasOddQuotes(chunk);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Words, and between single quotes the commands of a script. */
    private static List<String> unbreakable(String command) {
        List<String> chunks = new ArrayList<>();
        String chunk = "";
        boolean quoted = false;
        for (String word : command.split(" ", -1)) {
            chunk += (chunk.isEmpty() ? "" : " ") + word;
            quoted ^= hasOddQuotes(word);
            if (!quoted || word.endsWith(";")) {
                chunks.add(chunk);
                chunk = "";
            }
        }
        chunks.add(chunk);
        return chunks.stream().filter(each -> !each.isEmpty()).toList();
    }

    private static boolean hasOddQuotes(String text) {
        return text.chars().filter(unit -> unit == '\'').count() % 2 == 1;
    }

    /** What programs said may hold anything, even what terminals take for commands. */
    static String printable(String text) {
        return text.replace('\t', ' ').replaceAll("[\\p{Cntrl}&&[^\\n]]", "?");
    }
}

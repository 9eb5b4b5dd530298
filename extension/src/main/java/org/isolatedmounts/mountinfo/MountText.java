package org.isolatedmounts.mountinfo;

import java.util.List;
import java.util.stream.Collectors;

/** How mounts are written for people: one line each, whatever their names contain. */
final class MountText {

    private static final int NO_BREAK_SPACE = 0xA0;
    private static final int NONCHARACTERS = 0xFFFE;

    private MountText() {}

    static String summary(MountEntry mount) {
        return path(mount.mountPoint()) + "  " + visible(mount.fileSystemType()) + "  " + source(mount) + "  "
                + options(mount.mountOptions()) + "  " + propagation(mount);
    }

    static String path(String path) {
        return visible(path);
    }

    /** The source, with the root if that is not the whole filesystem, as findmnt(8) writes it. */
    static String source(MountEntry mount) {
        return visible(mount.source()) + (mount.root().equals("/") ? "" : "[" + visible(mount.root()) + "]");
    }

    /** Optional fields that nobody knows yet may contain anything. */
    static String propagation(MountEntry mount) {
        return visible(mount.propagation().toString());
    }

    static String options(List<String> options) {
        return options.stream().map(MountText::visible).collect(Collectors.joining(","));
    }

    /** What is no longer there with a minus, what came in addition with a plus. */
    static String options(List<String> before, List<String> after) {
        if (before.equals(after)) {
            return options(after);
        }
        String gone = before.stream()
                .filter(option -> !after.contains(option))
                .map(option -> "-" + visible(option))
                .collect(Collectors.joining(" "));
        String added = after.stream()
                .filter(option -> !before.contains(option))
                .map(option -> "+" + visible(option))
                .collect(Collectors.joining(" "));
        String changes = (gone + " " + added).strip();
        return changes.isEmpty() ? options(before) + " now " + options(after) : changes;
    }

    /** Characters without a glyph, and bytes that are not UTF-8, would spoil a line or a terminal: they become octal escapes. */
    static String visible(String text) {
        if (text.codePoints().noneMatch(MountText::spoilsALine)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (spoilsALine(character)) {
                OctalEscapes.append(Character.toString(character), visible);
            } else {
                visible.appendCodePoint(character);
            }
        });
        return visible.toString();
    }

    private static boolean spoilsALine(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> character == NO_BREAK_SPACE || (character & 0xFFFE) == NONCHARACTERS;
        };
    }
}

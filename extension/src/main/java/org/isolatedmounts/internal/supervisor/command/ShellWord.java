package org.isolatedmounts.internal.supervisor.command;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** Names as words of a command for sh(1), in ASCII whatever they contain. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final int FIRST_BYTE_SURROGATE = 0xdc00;

    private ShellWord() {}

    static String of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return PRINTABLE.matcher(text).matches() ? "'" + text.replace("'", "'\\''") + "'" : printed(text);
    }

    /** By printf(1), which knows every byte by its number; line feeds at the end, which the shell would cut off, follow it. */
    private static String printed(String text) {
        String withoutEnd = text.replaceFirst("\n+$", "");
        StringBuilder octal = new StringBuilder();
        withoutEnd.codePoints().forEach(character -> append(octal, character));
        return "\"$(printf '" + octal + "')" + text.substring(withoutEnd.length()) + "\"";
    }

    private static void append(StringBuilder octal, int character) {
        boolean notUtf8 = character >= FIRST_BYTE_SURROGATE + 0x80 && character <= FIRST_BYTE_SURROGATE + 0xff;
        byte[] bytes = notUtf8
                ? new byte[] {(byte) (character - FIRST_BYTE_SURROGATE)}
                : Character.toString(character).getBytes(StandardCharsets.UTF_8);
        for (byte each : bytes) {
            boolean plain = each > ' ' && each <= '~' && "'\\%".indexOf(each) < 0;
            octal.append(plain ? String.valueOf((char) each) : String.format("\\%03o", each & 0xff));
        }
    }

    /** The parameters {@code uid} and {@code gid} of a file system as chown(1) takes them. */
    static String ofOwner(Map<String, String> owner) {
        return owner.getOrDefault("uid", "") + (owner.containsKey("gid") ? ":" + owner.get("gid") : "");
    }
}

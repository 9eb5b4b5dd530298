package org.isolatedmounts.internal.supervisor.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A command that writes a file. */
final class WrittenFile {

    /** More is too much for whoever reads the commands. */
    private static final int MOST_SHOWN = 4096;

    private WrittenFile() {}

    static String command(byte[] content, String path) {
        String file = ShellWord.of(path);
        if (content.length > MOST_SHOWN) {
            return "truncate -s " + content.length + " " + file + " # its content is too long to be shown";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return "printf %s " + (text.isEmpty() ? "''" : ShellWord.of(text)) + " > " + file;
            }
        } catch (CharacterCodingException noText) {
            // then as bytes
        }
        return "echo " + Base64.getEncoder().encodeToString(content) + " | base64 -d > " + file;
    }
}

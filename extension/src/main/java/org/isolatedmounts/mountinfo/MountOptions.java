package org.isolatedmounts.mountinfo;

import java.util.List;

/** Lists of options, as the kernel writes them into mountinfo and answers them to statmount(2). */
public final class MountOptions {

    private MountOptions() {}

    /**
     * Reads a list of options.
     *
     * @param bytes the options with commas between them, octal escapes included
     * @return the options without escapes
     */
    public static List<String> parse(byte[] bytes) {
        LineReader line = new LineReader("mount options", bytes);
        if (!line.nextLine()) {
            return List.of();
        }
        line.rest("mount options");
        return line.options();
    }
}

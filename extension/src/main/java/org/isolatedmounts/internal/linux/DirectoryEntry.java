package org.isolatedmounts.internal.linux;

/** One entry of a directory; {@code UNKNOWN} if the filesystem does not tell, then statx(2) does. */
public record DirectoryEntry(String name, Kind kind) {

    public enum Kind {
        DIRECTORY,
        SYMBOLIC_LINK,
        OTHER,
        UNKNOWN;

        static Kind ofType(int type) {
            return switch (type) {
                case 0 -> UNKNOWN;
                case 4 -> DIRECTORY;
                case 10 -> SYMBOLIC_LINK;
                default -> OTHER;
            };
        }
    }
}

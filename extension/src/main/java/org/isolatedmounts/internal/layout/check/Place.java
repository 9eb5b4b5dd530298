package org.isolatedmounts.internal.layout.check;

import java.nio.file.Path;

/** Where a path leads. {@code path} is absolute and free of symbolic links, {@code .} and {@code ..}. */
record Place(Path path, Kind kind) {

    enum Kind {
        DIRECTORY,
        /** Anything that is neither a directory nor a symbolic link. */
        FILE,
        /** A symbolic link that is not followed. */
        LINK,
        ABSENT
    }

    boolean is(Kind expected) {
        return kind == expected;
    }
}

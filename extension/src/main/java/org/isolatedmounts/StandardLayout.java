package org.isolatedmounts;

import java.util.List;

/**
 * What a directory can be like that code writes into. A {@link LayoutMatrix @LayoutMatrix} runs a test in each of them; a
 * parameter of this type tells the test which one it is in.
 */
public enum StandardLayout {
    /** A tmpfs that can be written: what the others differ from. */
    WRITABLE,
    /** Nothing can be written; writing fails with {@code EROFS}, for root too. */
    READ_ONLY,
    /** Files can be made, but no byte be written ({@code ENOSPC}). */
    FULL,
    /** There is room for 4096 bytes: what is longer is cut off in the middle ({@code ENOSPC}). */
    ALMOST_FULL,
    /** No file can be made ({@code ENOSPC}), although there is room. */
    NO_INODES,
    /** Programs cannot be executed ({@code EACCES}). */
    NO_EXEC;

    /**
     * The layouts of a matrix.
     *
     * @param matrix the annotation
     * @return one for each invocation, in order; cannot be modified
     */
    public static List<StandardLayout> of(LayoutMatrix matrix) {
        return List.of(matrix.value().length == 0 ? values() : matrix.value());
    }
}

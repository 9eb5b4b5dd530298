package org.isolatedmounts.mountinfo;

/**
 * Thrown for text that is not what proc_pid_mountinfo(5), proc_pid_mounts(5) or proc_pid_mountstats(5) describes. The
 * message says where and what was expected.
 */
public class MalformedMountInfoException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    MalformedMountInfoException(String file, int line, int column, String problem) {
        super(file + ", line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    /**
     * Where the text is malformed.
     *
     * @return the number of the line, counted from 1
     */
    public int line() {
        return line;
    }

    /**
     * Where in the line the text is malformed.
     *
     * @return the number of the character in the line, counted from 1; one more than there are where the line is short
     */
    public int column() {
        return column;
    }
}

package org.isolatedmounts.internal.plan;

/**
 * A directory or a file that is mounted at another place, or under another mount.
 *
 * @param path absolute
 * @param ofLayout whether it is what the layout has there, and not the host
 */
public record Source(String path, boolean ofLayout) {

    /** How annotations write a source of the layout. */
    public static final String OF_LAYOUT = "layout:";

    public static Source ofHost(String path) {
        return new Source(path, false);
    }

    public static Source ofLayout(String path) {
        return new Source(path, true);
    }

    /** As it is written in an annotation. */
    @Override
    public String toString() {
        return (ofLayout ? OF_LAYOUT : "") + path;
    }
}

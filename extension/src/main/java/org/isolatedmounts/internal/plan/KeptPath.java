package org.isolatedmounts.internal.plan;

/**
 * A file or directory that the JVM of a fork goes on using: if the layout would hide it, it is bound back.
 *
 * @param written whether it must stay writable too, as a file must that an agent writes when the JVM exits
 */
public record KeptPath(String path, boolean written) {

    public static KeptPath read(String path) {
        return new KeptPath(path, false);
    }

    public static KeptPath written(String path) {
        return new KeptPath(path, true);
    }
}

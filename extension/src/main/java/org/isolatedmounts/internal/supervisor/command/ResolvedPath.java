package org.isolatedmounts.internal.supervisor.command;

import java.util.List;
import org.isolatedmounts.internal.linux.FileStatus;

/**
 * A path without symbolic links.
 *
 * @param existing as far as it exists
 * @param status of {@code existing}
 * @param missing the elements after it that do not exist
 * @param occupied whether there is an entry in place of the first missing one, which it is to replace
 */
public record ResolvedPath(String existing, FileStatus status, List<String> missing, boolean occupied) {

    public boolean exists() {
        return missing.isEmpty();
    }

    public String path() {
        return missing.stream().reduce(existing, ResolvedPath::child);
    }

    public boolean isBelow(ResolvedPath other) {
        return isBelow(path(), other.path());
    }

    public static boolean isBelow(String path, String ancestor) {
        return path.startsWith(child(ancestor, "")) && !path.equals(ancestor);
    }

    public static boolean isAtOrBelow(String path, String ancestor) {
        return path.equals(ancestor) || isBelow(path, ancestor);
    }

    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    public static String child(String directory, String name) {
        return directory.equals("/") ? "/" + name : directory + "/" + name;
    }
}

package org.isolatedmounts.internal.plan;

import java.util.Map;

/**
 * Files that are copied into a new file system before it is attached.
 *
 * @param path of the host, absolute: a directory, or an archive as zip(1) and jar(1) make it
 * @param archive whether it is an archive
 * @param prefix what the names of the entries of an archive that are copied begin with; left out in the copies
 * @param owner of all copies, as that of {@link Tree.NewFile}
 */
public record CopiedTree(String path, boolean archive, String prefix, Map<String, String> owner) {

    public static CopiedTree ofDirectory(String path, Map<String, String> owner) {
        return new CopiedTree(path, false, "", owner);
    }
}

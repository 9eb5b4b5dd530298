package org.isolatedmounts.namespace;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What tells one namespace from all others that exist at the same time: the device and the inode of its file, such as
 * {@code /proc/<pid>/ns/mnt}; see namespaces(7). The kernel gives the number of a namespace that is gone to another one.
 *
 * @param type as in {@code /proc/<pid>/ns}: {@code mnt} or {@code user}
 * @param device the device number of the file, {@code st_dev} in stat(2)
 * @param inode the inode number of the file
 */
public record NamespaceId(String type, long device, long inode) {

    /**
     * Makes an identity.
     *
     * @throws NullPointerException if the type is null
     */
    public NamespaceId {
        requireNonNull(type, "type");
    }

    static NamespaceId of(String type, Path file) throws IOException {
        Map<String, Object> status = Files.readAttributes(file, "unix:dev,ino");
        return new NamespaceId(type, number(status, "dev"), number(status, "ino"));
    }

    private static long number(Map<String, Object> status, String name) {
        return (long) requireNonNull(status.get(name));
    }

    /**
     * As the symbolic link in {@code /proc/<pid>/ns} reads.
     *
     * @return such as {@code mnt:[4026531841]}
     */
    @Override
    public String toString() {
        return type + ":[" + inode + "]";
    }
}

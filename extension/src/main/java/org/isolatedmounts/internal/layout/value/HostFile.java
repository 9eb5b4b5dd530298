package org.isolatedmounts.internal.layout.value;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Whether a file of the host is there, and can be read. */
public final class HostFile {

    private HostFile() {}

    /**
     * Whether there is such a file or directory.
     *
     * @throws InvalidLayoutException if the user cannot know
     */
    public static boolean exists(Attribute written, Path file) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            return true;
        } catch (AccessDeniedException e) {
            throw written.breaks(
                    "must be reachable for the user who runs the test (EACCES)",
                    user() + " may not search a directory on the way to " + quoted(file)
                            + ": grant that or choose another path");
        } catch (IOException missing) {
            return false;
        }
    }

    public static InvalidLayoutException unreadable(Attribute written, IOException e) {
        String remedy = "make it readable for who runs the test, or copy something else";
        return e instanceof AccessDeniedException denied
                ? written.breaks(
                        "must be readable (EACCES)",
                        user() + " may not read " + quoted(denied.getFile()) + ": " + remedy)
                : written.breaks("must be readable", "reading it failed with " + e + ": " + remedy);
    }

    private static String user() {
        return quoted(System.getProperty("user.name"));
    }
}

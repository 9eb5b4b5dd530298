package org.isolatedmounts.internal.layout.check;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;

/** A path leads nowhere; says which rule it breaks and what is to be done. */
class LookupException extends Exception {

    private static final long serialVersionUID = 1;

    private final String rule;
    private final String remedy;

    private LookupException(String rule, String remedy) {
        super(rule + "; " + remedy);
        this.rule = rule;
        this.remedy = remedy;
    }

    InvalidLayoutException in(Attribute attribute) {
        return attribute.breaks(rule, remedy);
    }

    static LookupException notDirectory(Path file, String origin) {
        return new LookupException(
                "must not lie below a file (ENOTDIR)",
                quoted(file) + " is a file" + origin + ": choose a path in a directory");
    }

    static LookupException loop(Path link) {
        return new LookupException(
                "must not lead into a loop of symbolic links (ELOOP)",
                quoted(link) + " leads back to itself or through more than 40 links: correct it");
    }

    static LookupException dangling(Path link, Path target) {
        return new LookupException(
                "must not lead through a dangling symbolic link (ENOENT)",
                quoted(link) + " points to " + quoted(target)
                        + ", which does not exist: create that or remove the link");
    }

    static LookupException danglingInMount(Path link, Path target, String declaredBy) {
        return new LookupException(
                "must not lead through a dangling symbolic link (ENOENT)",
                quoted(link) + " points to " + quoted(target) + ", which does not exist in what " + declaredBy
                        + " mounts: declare a mount at that path, too, or another path");
    }

    static LookupException denied(Path directory) {
        return new LookupException(
                "must be reachable for the user who runs the test (EACCES)",
                quoted(System.getProperty("user.name")) + " may not search " + quoted(directory)
                        + ": grant that or choose another path");
    }

    static LookupException failed(Path path, IOException cause) {
        return new LookupException(
                "must be accessible",
                "looking at " + quoted(path) + " failed with "
                        + quoted(Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
                        + ": choose another path");
    }
}

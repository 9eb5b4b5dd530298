package org.isolatedmounts.internal.layout.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What can be said of paths without looking at the file system. */
public final class PathSyntax {

    /** {@code NAME_MAX} and {@code PATH_MAX}, the terminating NUL left out. */
    private static final int MAX_ELEMENT = 255;

    private static final int MAX_PATH = 4095;

    private PathSyntax() {}

    /** The mount point, normalised. */
    public static String mountPoint(Attribute at) {
        String value = at.value();
        if (!value.startsWith("/")) {
            throw at.breaks("must be an absolute path", absolute(value));
        }
        if (elements(value).contains("..")) {
            throw at.breaks(
                    "must not contain \"..\"",
                    "what that means depends on symbolic links: write the mount point without it");
        }
        return normalised(at, value);
    }

    /** A path of the layout after a prefix, normalised. */
    public static String ofLayout(Attribute source, String prefix) {
        String path = source.value().substring(prefix.length());
        if (!path.startsWith("/")) {
            throw source.breaks(
                    "must have an absolute path after `" + prefix + "`",
                    "write "
                            + quoted(prefix + "/"
                                    + (path.isBlank() ? "data" : path.strip().replaceFirst("^/+", "")))
                            + " for what the test's mounts have at"
                            + " that path, or a path alone for what the host has");
        }
        return mountPoint(source.with(path));
    }

    /** What may have been meant by a relative mount point. */
    private static String absolute(String value) {
        if (value.isEmpty()) {
            return "write where to mount, for example \"/data\"";
        }
        if (value.startsWith("layout:")) {
            return "`layout:` is for sources: write the path alone";
        }
        if (value.startsWith("~")) {
            return "`~` is not expanded: write `${user.home}`, or the directory that it means";
        }
        if (value.startsWith(".")) {
            return "write " + quoted("${basedir}/" + value.replaceFirst("^\\./+", "")) + " to mount in the project, or"
                    + " where else to mount";
        }
        return "write " + quoted("/" + value) + ", or " + quoted("${basedir}/" + value) + " to mount in the project";
    }

    /** The source, absolute. What {@code ..} means in it is left to the kernel, which knows the symbolic links. */
    public static String source(Attribute source, Path project) {
        String value = source.value();
        if (value.isEmpty()) {
            throw source.breaks("must be a path", "write which directory or file to mount");
        }
        return normalised(source, value.startsWith("/") ? value : project + "/" + value);
    }

    private static String normalised(Attribute attribute, String path) {
        if (path.indexOf('\0') >= 0) {
            throw attribute.breaks("must not contain a NUL character", "no path of Linux can: remove it");
        }
        List<String> elements = elements(path);
        elements.stream()
                .filter(element -> bytes(element) > MAX_ELEMENT)
                .findFirst()
                .ifPresent(element -> {
                    throw attribute.breaks(
                            "must not contain a name longer than " + MAX_ELEMENT + " bytes (ENAMETOOLONG)",
                            "shorten the name of " + bytes(element) + " bytes");
                });
        String normalised = elements.stream().collect(Collectors.joining("/", "/", ""));
        if (bytes(normalised) > MAX_PATH) {
            throw attribute.breaks(
                    "must not be longer than " + MAX_PATH + " bytes (ENAMETOOLONG)",
                    "shorten the path of " + bytes(normalised) + " bytes");
        }
        return representable(attribute, normalised);
    }

    private static String representable(Attribute attribute, String path) {
        try {
            return Path.of(path).toString();
        } catch (InvalidPathException e) {
            throw attribute.breaks(
                    "must be a path in this JVM's encoding of file names, " + System.getProperty("sun.jnu.encoding"),
                    "use other characters, or start the JVM in a UTF-8 locale, for example with LC_ALL=C.UTF-8");
        }
    }

    private static List<String> elements(String path) {
        return Arrays.stream(path.split("/"))
                .filter(element -> !element.isEmpty() && !element.equals("."))
                .toList();
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}

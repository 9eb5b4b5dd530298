package org.isolatedmounts.internal.layout.kind;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.internal.layout.value.Attribute;

/**
 * A resource of the tests, a file or a directory, where it is found.
 *
 * @param path the file or directory itself, or the jar that has it
 * @param entry its name in the jar, with a slash at its end if it is a directory; empty if it is in none
 */
record Resource(Path path, String entry) {

    static final String CLASS_PATH = "classpath:";

    static boolean isMeant(Attribute source) {
        return source.value().startsWith(CLASS_PATH);
    }

    /** @param source begins with {@link #CLASS_PATH} */
    static Resource find(Attribute source, ClassLoader loader) {
        String name = source.value().substring(CLASS_PATH.length()).replaceFirst("^/+", "");
        if (name.isEmpty()) {
            throw source.breaks(
                    "must have a name after `" + CLASS_PATH + "`", "write which directory or file is meant");
        }
        URL url = loader.getResource(name);
        if (url == null) {
            throw source.breaks(
                    "must exist on the class path of the tests",
                    "there is no resource " + quoted(name)
                            + ": correct the name, which starts at the root of the class path");
        }
        try {
            if (url.getProtocol().equals("file")) {
                return new Resource(existing(source, url, Path.of(url.toURI())), "");
            }
            if (url.openConnection() instanceof JarURLConnection jar
                    && jar.getJarFileURL().getProtocol().equals("file")) {
                URI file = jar.getJarFileURL().toURI();
                return new Resource(
                        Path.of(file), isDirectory(jar) ? withSlash(jar.getEntryName()) : jar.getEntryName());
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            throw source.breaks("must be readable", url + " cannot be read (" + e + ")");
        }
        throw source.breaks(
                "must be in a directory or a jar", "it is at " + url + ": copy it into a directory before the run");
    }

    /** The class loaders of the JDK find files whose names have characters beyond U+FFFF, and write them wrongly. */
    private static Path existing(Attribute source, URL url, Path path) {
        if (Files.exists(path)) {
            return path;
        }
        throw source.breaks(
                "must have a name that the class loader can write",
                "it says that it has found it at " + url
                        + ", and nothing is there: write the path of the file instead of `" + CLASS_PATH + "`");
    }

    private static boolean isDirectory(JarURLConnection jar) throws IOException {
        return jar.getJarFile().getEntry(withSlash(jar.getEntryName())) != null;
    }

    private static String withSlash(String name) {
        return name.endsWith("/") ? name : name + "/";
    }

    boolean isInJar() {
        return !entry.isEmpty();
    }

    boolean isDirectory() {
        return isInJar() ? entry.endsWith("/") : path.toFile().isDirectory();
    }
}

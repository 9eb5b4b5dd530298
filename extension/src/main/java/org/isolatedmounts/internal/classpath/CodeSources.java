package org.isolatedmounts.internal.classpath;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the class path entry, a jar or a directory, from which something was loaded. */
public final class CodeSources {

    private CodeSources() {}

    public static Optional<Path> of(Class<?> type) {
        String resource = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        return loader == null ? Optional.empty() : of(loader, resource);
    }

    public static Optional<Path> of(ClassLoader loader, String resource) {
        URL url = loader.getResource(resource);
        return url == null ? Optional.empty() : of(url, resource);
    }

    /** The entry in which a resource is, by the URL of the resource. */
    public static Optional<Path> of(URL url, String resource) {
        try {
            if (url.getProtocol().equals("file")) {
                return Optional.ofNullable(above(Path.of(url.toURI()), resource));
            }
            URLConnection connection = url.openConnection();
            return connection instanceof JarURLConnection jar
                    ? Optional.of(Path.of(URI.create(jar.getJarFileURL().toString())))
                    : Optional.empty();
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Path above(Path file, String resource) {
        Path directory = file;
        for (int names = resource.isEmpty() ? 0 : Path.of(resource).getNameCount();
                names > 0 && directory != null;
                names--) {
            directory = directory.getParent();
        }
        return directory;
    }
}

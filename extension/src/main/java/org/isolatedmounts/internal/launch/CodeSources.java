package org.isolatedmounts.internal.launch;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the class path entry, a jar or a directory, from which something was loaded. */
final class CodeSources {

    private CodeSources() {}

    static Optional<Path> of(Class<?> type) {
        String resource = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        return loader == null ? Optional.empty() : of(loader, resource);
    }

    static Optional<Path> of(ClassLoader loader, String resource) {
        URL url = loader.getResource(resource);
        if (url == null) {
            return Optional.empty();
        }
        try {
            if (url.getProtocol().equals("file")) {
                String path = Path.of(url.toURI()).toString();
                return Optional.of(Path.of(path.substring(0, path.length() - resource.length() - 1)));
            }
            URLConnection connection = url.openConnection();
            return connection instanceof JarURLConnection jar
                    ? Optional.of(Path.of(URI.create(jar.getJarFileURL().toString())))
                    : Optional.empty();
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

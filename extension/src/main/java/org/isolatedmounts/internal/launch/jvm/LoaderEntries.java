package org.isolatedmounts.internal.launch.jvm;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.classpath.CodeSources;

/** The class path entries of a class loader and its parents, as far as they can be made to tell them. */
final class LoaderEntries {

    private static final String EVERY_DIRECTORY = "";
    private static final String EVERY_JAR = "META-INF/MANIFEST.MF";

    private LoaderEntries() {}

    static List<Path> of(ClassLoader innermost) {
        List<Path> entries = new ArrayList<>();
        for (ClassLoader loader = innermost; loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urlClassLoader) {
                entries.addAll(ofUrls(urlClassLoader));
            } else if (!isOfTheJdk(loader)) {
                entries.addAll(where(loader, EVERY_DIRECTORY));
                entries.addAll(where(loader, EVERY_JAR));
            }
        }
        return entries;
    }

    private static boolean isOfTheJdk(ClassLoader loader) {
        return loader.getClass().getClassLoader() == null;
    }

    private static List<Path> ofUrls(URLClassLoader loader) {
        return Stream.of(loader.getURLs())
                .filter(url -> url.getProtocol().equals("file"))
                .map(LoaderEntries::path)
                .toList();
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            // as File.toURL makes them of names with spaces; class loaders take them too
            return Path.of(url.getPath());
        }
    }

    /** Where a loader that does not list its entries finds what every one of them has, as Ant's does. */
    private static List<Path> where(ClassLoader loader, String resource) {
        try {
            return Collections.list(loader.getResources(resource)).stream()
                    .map(url -> CodeSources.of(url, resource))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

package org.isolatedmounts.internal.classpath;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Two copies of this extension: one would replace tests that carry the annotation of the other, or half of each is loaded. */
final class OwnCopies {

    private static final String RESOURCE = OwnCopies.class.getName().replace('.', '/') + ".class";

    private OwnCopies() {}

    static Optional<String> problem() {
        return problem(OwnCopies.class.getClassLoader());
    }

    static Optional<String> problem(ClassLoader loader) {
        List<String> copies = locations(loader);
        return copies.size() < 2
                ? Optional.empty()
                : Optional.of(
                        "isolated-mounts is on the class path " + copies.size() + " times: "
                                + String.join(" and ", copies)
                                + ". Fix: leave one of them; mvn dependency:tree or gradle dependencies tells who brings which.");
    }

    private static List<String> locations(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(RESOURCE)).stream()
                    .map(URL::toString)
                    .map(url -> url.substring(0, url.length() - RESOURCE.length()))
                    .map(entry -> entry.replaceAll("^(jar:)?file:|(!)?/$", ""))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

package org.isolatedmounts.internal.layout.kind;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * One declared mount.
 *
 * @param declaredBy as messages name it: {@code @TmpfsMount(at = "/data") on class com.example.SpoolerTest}
 * @param project absolute; where relative sources start
 * @param parameters of JUnit, for placeholders
 * @param classLoader of the test, for resources
 */
public record Declaration(
        String declaredBy, Path project, Function<String, Optional<String>> parameters, ClassLoader classLoader) {

    Attribute text(String name, String value) {
        return Attribute.text(declaredBy, name, value);
    }

    Attribute constant(String name, Object value) {
        return Attribute.constant(declaredBy, name, value);
    }

    String mountPoint(String attribute, String path) {
        return PathSyntax.mountPoint(resolved(text(attribute, path)));
    }

    String source(String source) {
        return source(text("source", source));
    }

    /** A path of the host, absolute. */
    String source(Attribute source) {
        return PathSyntax.source(resolved(source), project);
    }

    /** Without Maven, which sets it, {@code ${basedir}} is what relative sources start at. */
    private Attribute resolved(Attribute path) {
        return Placeholders.resolved(
                path,
                key -> parameters
                        .apply(key)
                        .or(() -> Optional.of(project.toString()).filter(any -> key.equals("basedir"))));
    }
}

package org.isolatedmounts.internal.layout.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.PathSyntax;
import org.isolatedmounts.internal.layout.value.Placeholders;
import org.isolatedmounts.internal.layout.value.Quoted;
import org.isolatedmounts.internal.layout.value.SuperOption;
import org.isolatedmounts.internal.plan.Source;

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

    /** A path of the host, or after {@code layout:} one of the layout. */
    Source source(String attribute, String source) {
        Attribute written = resolved(text(attribute, source));
        if (Resource.isMeant(written)) {
            return Source.ofHost(pathOf(written));
        }
        return written.value().startsWith(Source.OF_LAYOUT)
                ? Source.ofLayout(PathSyntax.ofLayout(written, Source.OF_LAYOUT))
                : Source.ofHost(PathSyntax.source(written, project));
    }

    /**
     * Adds further options of a file system to its parameters.
     *
     * @param example of some
     * @param attributes that mean the same as an option
     */
    void addSuperOptions(
            List<String> options, String example, Map<String, String> attributes, Map<String, String> parameters) {
        for (String option : options) {
            SuperOption.add(text("superOptions", option), example, attributes, parameters);
        }
    }

    /** A path of the host, absolute. */
    String hostPath(Attribute path) {
        Attribute written = resolved(path);
        return Resource.isMeant(written) ? pathOf(written) : PathSyntax.source(written, project);
    }

    /** The path that a resource has, if it has one. */
    private String pathOf(Attribute source) {
        Resource resource = Resource.find(source, classLoader);
        if (resource.isInJar()) {
            throw source.breaks(
                    "must not be in a jar, as it is not copied",
                    "it is in " + Quoted.quoted(resource.path())
                            + ": copy it with @TmpfsMount(copyOf) or @FileContent(copyOf), and show that with `layout:`");
        }
        return resource.path().toString();
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

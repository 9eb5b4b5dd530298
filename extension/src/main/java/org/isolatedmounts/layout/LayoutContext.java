package org.isolatedmounts.layout;

import java.lang.annotation.Annotation;
import java.util.Optional;

/** What a {@link LayoutProvider} can ask for; valid until it returns. */
public interface LayoutContext {

    /**
     * The annotation of a type that leads to this provider: it stands on the class or method itself, with its attributes, or on
     * a composed annotation. If there is none on that way, another annotation of this type on the same class or method. Of a repeated
     * annotation each one has its own call of the provider, and gets itself; the container is not found.
     *
     * @param type of the annotation
     * @param <A> the same
     * @return the nearest one; empty if the class or method has none, and if a configuration parameter names the provider
     */
    <A extends Annotation> Optional<A> findAnnotation(Class<A> type);

    /**
     * A configuration parameter of JUnit, which a system property of this name is, too.
     *
     * @param key its name
     * @return its value; empty if nobody set it
     */
    Optional<String> configurationParameter(String key);
}

package org.isolatedmounts.internal.layout;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.NotIsolated;

/** A class, interface or method with the annotations that stand on it; direct ones come before composed ones. */
record AnnotatedPlace(DeclaringElement element, List<FoundAnnotation> annotations) {

    /** A fork mode that somebody asked for. */
    record DeclaredMode(ForkMode mode, DeclaringElement element, String declaredBy) {}

    static AnnotatedPlace of(DeclaringElement element) {
        return new AnnotatedPlace(element, AnnotationSet.of(element.element()));
    }

    /** Where {@code @IsolatedMounts} stands, or the mount that implies it. */
    Optional<String> isolatedBy() {
        return first(found -> found.annotation() instanceof IsolatedMounts && !MountDeclarations.imply(found)
                        ? Stream.of("@IsolatedMounts " + found.where(element))
                        : Stream.empty())
                .or(this::mount);
    }

    Optional<String> exempt() {
        return first(found -> found.annotation() instanceof NotIsolated
                ? Stream.of("@NotIsolated " + found.where(element))
                : Stream.empty());
    }

    Optional<DeclaredMode> mode() {
        return first(
                found -> found.annotation() instanceof IsolatedMounts isolated && isolated.fork() != ForkMode.DEFAULT
                        ? Stream.of(new DeclaredMode(
                                isolated.fork(),
                                element,
                                "@IsolatedMounts(fork = " + isolated.fork() + ") " + found.where(element)))
                        : Stream.empty());
    }

    /** The mount that is declared first, as messages name it. */
    Optional<String> mount() {
        return first(found -> MountDeclarations.declaredBy(found, element).stream());
    }

    private <T> Optional<T> first(Function<FoundAnnotation, Stream<T>> property) {
        return annotations.stream().flatMap(property).findFirst();
    }
}

package org.isolatedmounts.internal.layout;

import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.HostMounts;
import org.isolatedmounts.internal.layout.kind.MountKind;
import org.isolatedmounts.internal.layout.kind.MountKinds;
import org.isolatedmounts.layout.LayoutSource;

/** Which annotations declare something of a layout. */
final class MountDeclarations {

    private MountDeclarations() {}

    /** An annotation, with the first mount that it declares, as messages name it; empty if it declares nothing. */
    static Optional<String> declaredBy(FoundAnnotation found, DeclaringElement element) {
        return written(found.annotation()).map(written -> written + " " + found.where(element));
    }

    private static Optional<String> written(Annotation annotation) {
        if (annotation instanceof HostMounts declared) {
            return Optional.of("@HostMounts(propagation = " + declared.propagation() + ")");
        } else if (annotation instanceof LayoutSource declared) {
            return Optional.of(Stream.of(declared.value())
                    .map(provider -> provider.getSimpleName() + ".class")
                    .collect(Collectors.joining(", ", "@LayoutSource(", ")")));
        }
        return MountKinds.of(annotation.annotationType())
                .map(kind -> kind.specs(annotation).stream()
                        .findFirst()
                        .map(kind::written)
                        .orElse(kind.name()));
    }

    static boolean isForInvocations(Class<?> annotationType) {
        return MountKinds.of(annotationType).filter(MountKind::isForInvocations).isPresent();
    }

    /** Whether an annotation stands on the type of one that declares something of a layout. */
    static boolean imply(FoundAnnotation meta) {
        return !meta.isDirect() && isOfLayout(meta.nearest());
    }

    private static boolean isOfLayout(Class<?> annotationType) {
        return annotationType == HostMounts.class
                || annotationType == LayoutSource.class
                || MountKinds.of(annotationType).isPresent();
    }
}

package org.isolatedmounts.internal.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.isolatedmounts.HostMounts;
import org.isolatedmounts.internal.layout.kind.Declaration;
import org.isolatedmounts.internal.layout.kind.MountKind;
import org.isolatedmounts.internal.layout.kind.MountKinds;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.layout.MountSpec;

/** Which annotations declare mounts, and which. */
final class MountDeclarations {

    private MountDeclarations() {}

    /** The first mount that an annotation declares, as messages name it; empty if it declares none. */
    static Optional<String> declaredBy(FoundAnnotation found, DeclaringElement element) {
        return MountKinds.of(found.annotation().annotationType())
                .map(kind -> kind.specs(found.annotation()).stream()
                                .findFirst()
                                .map(kind::written)
                                .orElse(kind.name())
                        + " " + found.where(element));
    }

    static boolean isForInvocations(Class<?> annotationType) {
        return MountKinds.of(annotationType).filter(MountKind::isForInvocations).isPresent();
    }

    /** Whether an annotation stands on the type of one that declares something of a layout. */
    static boolean imply(FoundAnnotation meta) {
        List<Class<?>> composedBy = meta.composedBy();
        return !composedBy.isEmpty() && isOfLayout(composedBy.get(composedBy.size() - 1));
    }

    private static boolean isOfLayout(Class<?> annotationType) {
        return annotationType == HostMounts.class
                || MountKinds.of(annotationType).isPresent();
    }

    /**
     * The mounts that an annotation declares, if it does.
     *
     * @param project absolute; where relative sources start
     * @param invocation which one of a template is meant, counted from 1
     */
    static List<MountPlan> read(
            FoundAnnotation found,
            DeclaringElement element,
            Path project,
            Function<String, Optional<String>> parameters,
            OptionalInt invocation) {
        Optional<MountKind<?, ?>> kind = MountKinds.of(found.annotation().annotationType());
        if (kind.isEmpty()) {
            return List.of();
        }
        MountKind<?, ?> declaring = kind.get();
        List<? extends MountSpec<?>> specs = declaring.specs(found.annotation());
        if (specs.isEmpty()) {
            throw new InvalidLayoutException(declaring.name() + " " + found.where(element)
                    + ": `" + declaring.attribute() + "` must have at least one path, but is {}; write which, or remove"
                    + " the annotation");
        }
        if (declaring.isForInvocations()) {
            // a fork that runs none, as all are begun, has some layout
            specs = List.of(specs.get(Math.min(invocation.orElse(1), specs.size()) - 1));
        }
        return specs.stream()
                .map(spec -> declaring.plan(
                        spec,
                        new Declaration(
                                declaring.written(spec) + " " + found.where(element),
                                project,
                                parameters,
                                element.classLoader())))
                .toList();
    }
}

package org.isolatedmounts.internal.layout;

import static org.isolatedmounts.internal.layout.kind.Quoted.quoted;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.isolatedmounts.internal.layout.kind.BindKind;
import org.isolatedmounts.internal.layout.kind.Declaration;
import org.isolatedmounts.internal.layout.kind.MountKind;
import org.isolatedmounts.internal.layout.kind.TmpfsKind;
import org.isolatedmounts.internal.plan.MountPlan;

/** Which annotations declare mounts, and which. */
final class MountDeclarations {

    /** A kind is added here; nothing else knows how many there are. */
    private static final List<MountKind<?, ?>> KINDS = List.of(new TmpfsKind(), new BindKind());

    private MountDeclarations() {}

    /** The mount that an annotation declares; empty if it declares none. */
    static Optional<String> declaredBy(FoundAnnotation found, DeclaringElement element) {
        return kindOf(found.annotation().annotationType()).map(kind -> declaredBy(kind, found, element));
    }

    private static String declaredBy(MountKind<?, ?> kind, FoundAnnotation found, DeclaringElement element) {
        return "@" + kind.annotation().getSimpleName() + "(at = "
                + quoted(kind.spec(found.annotation()).at()) + ") " + found.where(element);
    }

    /** Whether an annotation stands on the type of one that declares a mount. */
    static boolean imply(FoundAnnotation meta) {
        List<Class<?>> composedBy = meta.composedBy();
        return !composedBy.isEmpty()
                && kindOf(composedBy.get(composedBy.size() - 1)).isPresent();
    }

    /**
     * The mount that an annotation declares, if it does.
     *
     * @param project absolute; where relative sources start
     */
    static Optional<MountPlan> read(
            FoundAnnotation found,
            DeclaringElement element,
            Path project,
            Function<String, Optional<String>> parameters) {
        return kindOf(found.annotation().annotationType())
                .map(kind -> kind.plan(
                        kind.spec(found.annotation()),
                        new Declaration(declaredBy(kind, found, element), project, parameters)));
    }

    private static Optional<MountKind<?, ?>> kindOf(Class<?> annotationType) {
        return KINDS.stream()
                .filter(kind -> kind.annotation() == annotationType)
                .findFirst();
    }
}

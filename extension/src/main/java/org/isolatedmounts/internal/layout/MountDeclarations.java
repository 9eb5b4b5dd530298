package org.isolatedmounts.internal.layout;

import static org.isolatedmounts.internal.layout.Quoted.quoted;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.plan.BindPlan;
import org.isolatedmounts.internal.plan.MountFlags;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.TmpfsPlan;

/** Makes plans of annotations; checks every value for itself. */
final class MountDeclarations {

    private static final Set<Class<?>> KINDS = Set.of(TmpfsMount.class, BindMount.class);

    private final Path workingDirectory;

    MountDeclarations(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /** Where an annotation declares a mount; empty if it is none that does. */
    static Optional<String> declaredBy(FoundAnnotation found, DeclaringElement element) {
        if (found.annotation() instanceof TmpfsMount tmpfs) {
            return Optional.of("@TmpfsMount(at = " + quoted(tmpfs.at()) + ") " + found.where(element));
        }
        if (found.annotation() instanceof BindMount bind) {
            return Optional.of("@BindMount(at = " + quoted(bind.at()) + ") " + found.where(element));
        }
        return Optional.empty();
    }

    /** Whether an annotation stands on the type of one that declares a mount. */
    static boolean imply(FoundAnnotation meta) {
        List<Class<?>> composedBy = meta.composedBy();
        return !composedBy.isEmpty() && KINDS.contains(composedBy.get(composedBy.size() - 1));
    }

    Optional<MountPlan> read(FoundAnnotation found, DeclaringElement element) {
        return declaredBy(found, element).map(declaredBy -> read(found, declaredBy));
    }

    private MountPlan read(FoundAnnotation found, String declaredBy) {
        return found.annotation() instanceof TmpfsMount tmpfs
                ? tmpfs(tmpfs, declaredBy)
                : bind((BindMount) found.annotation(), declaredBy);
    }

    private static TmpfsPlan tmpfs(TmpfsMount mount, String declaredBy) {
        return new TmpfsPlan(
                PathSyntax.mountPoint(new Attribute(declaredBy, "at", mount.at())),
                TmpfsSize.parse(new Attribute(declaredBy, "size", mount.size())),
                TmpfsInodes.check(declaredBy, mount.inodes()),
                OctalMode.parse(new Attribute(declaredBy, "mode", mount.mode())),
                new MountFlags(mount.readOnly(), mount.exec(), mount.suid(), mount.dev()),
                declaredBy);
    }

    private BindPlan bind(BindMount mount, String declaredBy) {
        return new BindPlan(
                PathSyntax.mountPoint(new Attribute(declaredBy, "at", mount.at())),
                PathSyntax.source(new Attribute(declaredBy, "source", mount.source()), workingDirectory),
                mount.readOnly(),
                mount.recursive(),
                declaredBy);
    }
}

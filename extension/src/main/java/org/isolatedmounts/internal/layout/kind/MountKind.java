package org.isolatedmounts.internal.layout.kind;

import java.lang.annotation.Annotation;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;

/** A kind of mount: the annotation that declares it, and what it means. */
public abstract class MountKind<A extends Annotation> {

    /** What every kind has. */
    record Shared(String at, boolean readOnly, MountOption... options) {}

    private final Class<A> annotation;
    private final MountOption[] defaults;

    /** @param defaults the options of a mount that declares no others */
    MountKind(Class<A> annotation, MountOption... defaults) {
        this.annotation = annotation;
        this.defaults = defaults;
    }

    public final Class<A> annotation() {
        return annotation;
    }

    abstract Shared shared(A declared);

    /** @throws InvalidLayoutException for a value that cannot be had */
    abstract Tree tree(A declared, Declaration declaration);

    /** The mount point, as it was written. */
    public final String at(Annotation declared) {
        return shared(annotation.cast(declared)).at();
    }

    /**
     * Checks every value for itself.
     *
     * @throws InvalidLayoutException for a value that cannot be had
     */
    public final MountPlan plan(Annotation declared, Declaration declaration) {
        Shared shared = shared(annotation.cast(declared));
        return new MountPlan(
                declaration.mountPoint(shared.at()),
                tree(annotation.cast(declared), declaration),
                shared.readOnly(),
                MountOptions.words(declaration, shared.options(), defaults),
                declaration.declaredBy());
    }
}

package org.isolatedmounts.internal.layout.kind;

import java.lang.annotation.Annotation;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.MountSpec;

/** A kind of mount: the annotation that declares it, the value that it stands for, and what that means. */
public abstract class MountKind<A extends Annotation, S extends MountSpec> {

    private final Class<A> annotation;
    private final Class<S> type;
    private final MountOption[] defaults;

    /** @param defaults the options of a mount that declares no others */
    MountKind(Class<A> annotation, Class<S> type, MountOption... defaults) {
        this.annotation = annotation;
        this.type = type;
        this.defaults = defaults;
    }

    public final Class<A> annotation() {
        return annotation;
    }

    abstract S specOf(A declared);

    /** @throws InvalidLayoutException for a value that cannot be had */
    abstract Tree tree(S spec, Declaration declaration);

    /** What an annotation of this kind declares, as a value. */
    public final S spec(Annotation declared) {
        return specOf(annotation.cast(declared));
    }

    /**
     * Checks every value for itself.
     *
     * @throws InvalidLayoutException for a value that cannot be had
     */
    public final MountPlan plan(MountSpec spec, Declaration declaration) {
        return new MountPlan(
                declaration.mountPoint(spec.at()),
                tree(type.cast(spec), declaration),
                spec.readOnly(),
                MountOptions.words(declaration, spec.options(), defaults),
                declaration.declaredBy());
    }
}

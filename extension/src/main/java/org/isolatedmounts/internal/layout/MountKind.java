package org.isolatedmounts.internal.layout;

import java.lang.annotation.Annotation;
import org.isolatedmounts.internal.plan.MountPlan;

/** A kind of mount: the annotation that declares it, and what it means. */
abstract class MountKind<A extends Annotation> {

    private final Class<A> annotation;

    MountKind(Class<A> annotation) {
        this.annotation = annotation;
    }

    final Class<A> annotation() {
        return annotation;
    }

    /** The mount point, as it was written. */
    abstract String at(A declared);

    /**
     * Checks every value for itself.
     *
     * @throws InvalidLayoutException for a value that cannot be had
     */
    abstract MountPlan plan(A declared, Declaration declaration);

    final String pointOf(Annotation declared) {
        return at(annotation.cast(declared));
    }

    final MountPlan planOf(Annotation declared, Declaration declaration) {
        return plan(annotation.cast(declared), declaration);
    }
}

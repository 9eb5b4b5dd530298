package org.isolatedmounts.internal.layout.kind;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.layout.OptionSpec;

/** A kind of mount: the annotation that declares it, the values that it stands for, and what these mean. */
public abstract class MountKind<A extends Annotation, S extends MountSpec<?>> {

    private final Class<A> annotation;
    private final String attribute;
    private final Class<S> type;
    private final MountOption[] defaults;

    /**
     * A kind.
     *
     * @param attribute of the annotation that has the mount point
     * @param defaults the options of a mount that declares no others
     */
    MountKind(Class<A> annotation, String attribute, Class<S> type, MountOption... defaults) {
        this.annotation = annotation;
        this.attribute = attribute;
        this.type = type;
        this.defaults = defaults;
    }

    public final Class<A> annotation() {
        return annotation;
    }

    /** The attribute of the annotation that has the mount point. */
    public final String attribute() {
        return attribute;
    }

    abstract List<S> specsOf(A declared);

    /** @throws InvalidLayoutException for a value that cannot be had */
    abstract Tree tree(S spec, Declaration declaration);

    boolean isOf(MountSpec<?> spec) {
        return type.isInstance(spec);
    }

    /** Whether a symbolic link at the path is followed if there is no attribute for that. */
    boolean followsLinks() {
        return true;
    }

    /** Whether an annotation stands for a template, and has a mount for each invocation instead of mounts for all. */
    public boolean isForInvocations() {
        return false;
    }

    /** What an annotation of this kind declares, as values. */
    public final List<S> specs(Annotation declared) {
        return specsOf(annotation.cast(declared));
    }

    /** {@code @TmpfsMount}. */
    public final String name() {
        return "@" + annotation.getSimpleName();
    }

    /** A mount as messages show its annotation: {@code @TmpfsMount(at = "/data")}, {@code @FullDisk("/data")}. */
    public final String written(MountSpec<?> spec) {
        String assigned = attribute.equals("value") ? "" : attribute + " = ";
        return name() + "(" + assigned + quoted(spec.at()) + ")";
    }

    /**
     * Checks every value for itself.
     *
     * @throws InvalidLayoutException for a value that cannot be had
     */
    public final MountPlan plan(MountSpec<?> spec, Declaration declaration) {
        Optional<OptionSpec<?>> chosen =
                spec instanceof OptionSpec<?> options ? Optional.of(options) : Optional.empty();
        return new MountPlan(
                declaration.mountPoint(attribute, spec.at()),
                tree(type.cast(spec), declaration),
                chosen.map(OptionSpec::readOnly).orElse(true),
                MountOptions.words(declaration, chosen.map(OptionSpec::options).orElse(List.of()), defaults),
                chosen.map(each -> PropagationType.valueOf(each.propagation().name()))
                        .orElse(PropagationType.PRIVATE),
                chosen.map(OptionSpec::followLinks).orElse(followsLinks()),
                declaration.declaredBy(),
                attribute);
    }
}

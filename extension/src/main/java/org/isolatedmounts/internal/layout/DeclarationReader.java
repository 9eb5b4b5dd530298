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
import org.isolatedmounts.internal.parameter.Parameter;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.isolatedmounts.layout.Layout;
import org.isolatedmounts.layout.LayoutMatrix;
import org.isolatedmounts.layout.LayoutProvider;
import org.isolatedmounts.layout.LayoutSource;
import org.isolatedmounts.layout.MountSpec;

/**
 * Reads what annotations declare of the layout of one test.
 *
 * @param project absolute; where relative sources start
 * @param parameters the configuration parameters of JUnit
 * @param invocation of the method, if it is a template, counted from 1
 * @param providers call providers of layouts
 */
public record DeclarationReader(
        Path project,
        Function<String, Optional<String>> parameters,
        OptionalInt invocation,
        ProvidedLayouts providers) {

    /** For the project of this build, or the working directory. */
    public static DeclarationReader ofThisProject(
            Function<String, Optional<String>> parameters, OptionalInt invocation, ProvidedLayouts providers) {
        return new DeclarationReader(
                Path.of(System.getProperty("basedir", "")).toAbsolutePath(), parameters, invocation, providers);
    }

    /** What holds for tests that declare nothing else. */
    DeclaredSet read(DefaultLayouts defaults) throws InterruptedException {
        DeclaredSet all = DeclaredSet.NOTHING;
        for (AnnotatedPlace annotation : defaults.annotations()) {
            all = all.and(read(annotation));
        }
        for (Class<? extends LayoutProvider> provider : defaults.providers()) {
            all = all.and(provided(
                    DeclaringElement.of(provider),
                    0,
                    ProviderCall.NO_ANNOTATION,
                    Parameter.LAYOUT.named(),
                    List.of(provider)));
        }
        return all;
    }

    /** @throws InvalidLayoutException for a declaration that cannot be had */
    DeclaredSet read(AnnotatedPlace place) throws InterruptedException {
        place.refuseOtherTests();
        DeclaredSet all = DeclaredSet.NOTHING;
        for (int i = 0; i < place.annotations().size(); i++) {
            all = all.and(read(place, i));
        }
        return all;
    }

    private DeclaredSet read(AnnotatedPlace place, int index) throws InterruptedException {
        FoundAnnotation found = place.annotations().get(index);
        String declaredBy = MountDeclarations.declaredBy(found, place.element()).orElse("");
        if (found.annotation() instanceof HostMounts declared) {
            return new DeclaredSet(List.of(), Optional.of(new HostPropagation(declared.propagation(), declaredBy)));
        } else if (found.annotation() instanceof LayoutSource declared) {
            if (declared.value().length == 0) {
                throw new InvalidLayoutException(declaredBy + ": `value` must have at least one layout provider, but is"
                        + " {}; write which, or remove the annotation");
            }
            return provided(place.element(), found.depth(), index, declaredBy, List.of(declared.value()));
        } else if (found.annotation() instanceof LayoutMatrix declared) {
            return invocation(place, index, declaredBy, declared);
        }
        return MountKinds.of(found.annotation().annotationType())
                .map(kind -> mounts(kind, found, place.element()))
                .orElse(DeclaredSet.NOTHING);
    }

    private DeclaredSet mounts(MountKind<?, ?> kind, FoundAnnotation found, DeclaringElement element) {
        List<? extends MountSpec<?>> specs = kind.specs(found.annotation());
        if (specs.isEmpty()) {
            throw new InvalidLayoutException(kind.name() + " " + found.where(element) + ": `" + kind.attribute()
                    + "` must have at least one path, but is {}; write which, or remove the annotation");
        }
        return DeclaredSet.of(
                specs.stream().map(spec -> mount(kind, spec, found, element)).toList());
    }

    private DeclaredMount mount(
            MountKind<?, ?> kind, MountSpec<?> spec, FoundAnnotation found, DeclaringElement element) {
        return plan(kind, spec, kind.written(spec) + " " + found.where(element), element, found.depth());
    }

    private DeclaredMount plan(
            MountKind<?, ?> kind, MountSpec<?> spec, String declaredBy, DeclaringElement element, int depth) {
        return new DeclaredMount(
                spec, kind.plan(spec, new Declaration(declaredBy, project, parameters, element.classLoader())), depth);
    }

    /** A fork that runs no invocation, as all are begun, has the layout of some. */
    private DeclaredSet invocation(AnnotatedPlace place, int index, String declaredBy, LayoutMatrix matrix)
            throws InterruptedException {
        MountKind<?, ?> kind = MountKinds.of(LayoutMatrix.class).orElseThrow();
        List<? extends MountSpec<?>> standard = kind.specs(matrix);
        int count = standard.size() + matrix.sources().length;
        if (count == 0) {
            throw new InvalidLayoutException(declaredBy + ": `value` must have at least one layout if `sources` have"
                    + " none, but is {}; write which, or leave it out for all");
        }
        int number = Math.min(invocation.orElse(1), count) - 1;
        FoundAnnotation found = place.annotations().get(index);
        return number < standard.size()
                ? DeclaredSet.of(List.of(mount(kind, standard.get(number), found, place.element())))
                : provided(
                        place.element(),
                        found.depth(),
                        index,
                        declaredBy,
                        List.of(matrix.sources()[number - standard.size()]));
    }

    private DeclaredSet provided(
            DeclaringElement element,
            int depth,
            int index,
            String declaredBy,
            List<Class<? extends LayoutProvider>> sources)
            throws InterruptedException {
        DeclaredSet all = DeclaredSet.NOTHING;
        for (Class<? extends LayoutProvider> provider : sources) {
            Providers.check(provider, declaredBy);
            Layout layout = providers.of(element.callOf(provider, index), declaredBy);
            String by = "of " + provider.getName() + ", " + declaredBy;
            all = all.and(new DeclaredSet(
                    provided(layout, by, element, depth),
                    layout.hostMounts().map(type -> new HostPropagation(type, "hostMounts(" + type + ") " + by))));
        }
        return all;
    }

    private List<DeclaredMount> provided(Layout layout, String by, DeclaringElement element, int depth) {
        try {
            return layout.mounts().stream()
                    .map(spec -> provided(spec, by, element, depth))
                    .toList();
        } catch (ClassCastException | NullPointerException forged) {
            throw new InvalidLayoutException(
                    "a layout " + by + ": must have attributes as MountSpec sets them (" + forged.getMessage() + ")");
        }
    }

    private DeclaredMount provided(MountSpec<?> spec, String by, DeclaringElement element, int depth) {
        MountKind<?, ?> kind = MountKinds.of(spec);
        return plan(kind, spec, kind.written(spec) + " " + by, element, depth);
    }
}

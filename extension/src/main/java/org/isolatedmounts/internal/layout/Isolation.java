package org.isolatedmounts.internal.layout;

import static org.isolatedmounts.internal.layout.Quoted.quoted;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.internal.plan.Layout;
import org.isolatedmounts.internal.plan.MountPlan;

/**
 * What the annotations say about a test class or a test method. Reading them initialises no class of the user but the
 * enums that annotations mention; only {@link #layout} looks at the file system.
 *
 * <p>The annotations of one class, interface or method, with what composed annotations add, form a set. Inner sets add
 * to outer ones and override them; {@link DeclaringElements} has the order.
 */
public final class Isolation {

    private record AnnotatedPlace(DeclaringElement element, List<FoundAnnotation> annotations) {}

    private record DeclaredFork(ForkMode mode, String declaredBy) {}

    private final List<AnnotatedPlace> outermostFirst;
    private final Optional<DeclaredFork> fork;

    private Isolation(List<DeclaringElement> elements) {
        outermostFirst = elements.stream()
                .map(element -> new AnnotatedPlace(element, AnnotationSet.of(element.element())))
                .toList();
        fork = outermostFirst.stream()
                .flatMap(place -> declaredFork(place).stream())
                .reduce((outer, inner) -> inner);
    }

    /** A class with the enclosing classes that the language gives it; suffices unless a superclass of one is run. */
    public static Isolation of(Class<?> testClass) {
        return of(DeclaringElements.withEnclosing(testClass), Optional.empty());
    }

    /** A method of such a class; may be declared in a superclass or an interface of it. */
    public static Isolation of(Class<?> testClass, Method method) {
        return of(DeclaringElements.withEnclosing(testClass), Optional.of(method));
    }

    /**
     * A class or a method in the classes as Jupiter nests them. These may differ from what the language nests: a
     * {@code @Nested} class that is declared in a superclass runs within each subclass.
     *
     * @param testClasses not empty, outermost first
     */
    public static Isolation of(List<Class<?>> testClasses, Optional<Method> method) {
        return new Isolation(DeclaringElements.of(testClasses, method));
    }

    /** Whether {@code @IsolatedMounts} holds. Whether it can be obeyed is another question. */
    public boolean isIsolated() {
        return fork.isPresent();
    }

    /**
     * The error of declaring mounts without {@code @IsolatedMounts}: such a test must fail, it was not written to run
     * against the files of the host. To be asked for tests; a class alone may leave {@code @IsolatedMounts} to its
     * methods.
     */
    public Optional<InvalidLayoutException> mountsWithoutIsolation() {
        if (isIsolated()) {
            return Optional.empty();
        }
        return outermostFirst.stream()
                .flatMap(place -> place.annotations().stream()
                        .flatMap(found -> MountDeclarations.declaredBy(found, place.element()).stream()))
                .reduce((outer, inner) -> inner)
                .map(declaredBy -> new InvalidLayoutException(declaredBy
                        + ": mounts need @IsolatedMounts, but "
                        + innermost().description()
                        + " has none, neither itself nor from its class, superclasses, interfaces or enclosing classes,"
                        + " and would run with the host's own files; add @IsolatedMounts to it or to its class"));
    }

    /**
     * How the tests share forks; the innermost {@code @IsolatedMounts} decides.
     *
     * @throws InvalidLayoutException for a mode that is not available yet
     * @throws IllegalStateException where nothing is isolated
     */
    public ForkMode forkMode() {
        DeclaredFork declared = fork.orElseThrow(this::notIsolated);
        if (declared.mode() != ForkMode.PER_TEST) {
            throw new InvalidLayoutException(declared.declaredBy()
                    + ": `fork` must be ForkMode.PER_TEST, but is ForkMode." + declared.mode()
                    + ", which is not available yet; use fork = ForkMode.PER_TEST");
        }
        return declared.mode();
    }

    /** As {@link #layout(Path)}, with the working directory of this JVM. */
    public Layout layout() {
        return layout(Path.of("").toAbsolutePath());
    }

    /**
     * The mounts, checked as far as that can be done before anything is forked; an empty layout where none are declared.
     * The answer holds for the files as they are now.
     *
     * @param workingDirectory absolute; where relative sources start
     * @throws InvalidLayoutException for a declaration that cannot be laid, or a fork mode that is not available
     * @throws IllegalStateException where nothing is isolated
     */
    public Layout layout(Path workingDirectory) {
        forkMode();
        MountDeclarations declarations = new MountDeclarations(workingDirectory);
        MountSets sets = new MountSets();
        for (AnnotatedPlace place : outermostFirst) {
            List<MountPlan> set = new ArrayList<>();
            for (FoundAnnotation found : place.annotations()) {
                declarations.read(found, place.element()).ifPresent(set::add);
            }
            sets.add(set);
        }
        Layout layout = new Layout(sets.mounts());
        LayoutCheck.check(layout);
        return layout;
    }

    /** Within one set a direct annotation comes before those that composed ones bring along. */
    private static Optional<DeclaredFork> declaredFork(AnnotatedPlace place) {
        for (FoundAnnotation found : place.annotations()) {
            if (found.annotation() instanceof IsolatedMounts isolated) {
                String declaredBy = "@IsolatedMounts(fork = " + isolated.fork() + ") " + found.where(place.element());
                return Optional.of(new DeclaredFork(isolated.fork(), declaredBy));
            }
        }
        return Optional.empty();
    }

    private DeclaringElement innermost() {
        return outermostFirst.get(outermostFirst.size() - 1).element();
    }

    private IllegalStateException notIsolated() {
        return new IllegalStateException(quoted(innermost().description()) + " is not isolated");
    }
}

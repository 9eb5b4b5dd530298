package org.isolatedmounts.internal.layout;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.internal.layout.AnnotatedPlace.DeclaredMode;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;

/**
 * What the annotations, and the defaults if these say nothing, want of a test class or a test method. Reading them
 * initialises no class of the user but the enums that annotations mention; only {@link #layout} looks at the file
 * system.
 *
 * <p>The annotations of one class, interface or method, with what composed annotations add, form a set. Inner sets add
 * to outer ones and override them; {@link DeclaringElements} has the order.
 */
public final class Isolation {

    private final List<AnnotatedPlace> outermostFirst;
    private final Optional<String> isolatedBy;
    private final Optional<String> exempt;
    private final Optional<DeclaredMode> declaredMode;
    private final IsolationDefaults defaults;

    private Isolation(List<DeclaringElement> elements, boolean everywhere, IsolationDefaults defaults) {
        outermostFirst = elements.stream().map(AnnotatedPlace::of).toList();
        exempt = innermost(AnnotatedPlace::exempt);
        isolatedBy = innermost(AnnotatedPlace::isolatedBy)
                .or(() -> everywhere && exempt.isEmpty()
                        ? Optional.of("configuration parameter `isolatedmounts.everywhere`")
                        : Optional.empty());
        declaredMode = innermost(AnnotatedPlace::mode);
        this.defaults = defaults;
    }

    /** A class with the enclosing classes that the language gives it; suffices unless a superclass of one is run. */
    public static Isolation of(Class<?> testClass) {
        return of(DeclaringElements.withEnclosing(testClass), Optional.empty(), IsolationDefaults.NONE);
    }

    /** A method of such a class; may be declared in a superclass or an interface of it. */
    public static Isolation of(Class<?> testClass, Method method) {
        return of(DeclaringElements.withEnclosing(testClass), Optional.of(method), IsolationDefaults.NONE);
    }

    /**
     * A class or a method in the classes as Jupiter nests them. These may differ from what the language nests: a
     * {@code @Nested} class that is declared in a superclass runs within each subclass.
     *
     * @param testClasses not empty, outermost first
     */
    public static Isolation of(List<Class<?>> testClasses, Optional<Method> method, IsolationDefaults defaults) {
        return new Isolation(DeclaringElements.of(testClasses, method), defaults.isolates(testClasses), defaults);
    }

    /** Whether an annotation or a default asks for isolation, whether or not that can be obeyed. */
    public boolean isIsolated() {
        return isolatedBy.isPresent();
    }

    /** What asks for isolation, whether or not that can be obeyed. */
    public Optional<String> isolatedBy() {
        return isolatedBy;
    }

    /** Whether a test can ask for its layout, by a parameter. */
    public boolean tellsLayout() {
        return outermostFirst.stream().anyMatch(AnnotatedPlace::tellsLayout);
    }

    /** How the tests share forks; the innermost {@code @IsolatedMounts} that says so decides. */
    public ForkMode forkMode() {
        return declaredMode.map(DeclaredMode::mode).orElse(defaults.fork());
    }

    /** Whether all tests of this class run in one fork. */
    public boolean isShared() {
        return isIsolated() && forkMode() == ForkMode.PER_CLASS;
    }

    /**
     * The error of wanting mounts or a fork of one's own within a class whose tests share one.
     *
     * @param shared the class, around this one or this method
     */
    public Optional<InvalidLayoutException> misfit(Isolation shared) {
        String sharing = shared.innermost().description() + " shares one fork and its mounts among its tests ("
                + shared.declaredMode
                        .map(DeclaredMode::declaredBy)
                        .orElse("configuration parameter `isolatedmounts.fork`")
                + ")";
        List<AnnotatedPlace> own = outermostFirst.stream()
                .filter(place -> shared.outermostFirst.stream()
                        .noneMatch(outer -> outer.element().equals(place.element())))
                .toList();
        Optional<InvalidLayoutException> mount = own.stream()
                .flatMap(place -> place.layout().stream())
                .findFirst()
                .map(declaredBy -> new InvalidLayoutException(declaredBy + ": " + sharing
                        + (own.stream().anyMatch(AnnotatedPlace::isForInvocations)
                                ? "; use fork = ForkMode.PER_TEST"
                                : "; declare it on the class, or use fork = ForkMode.PER_TEST")));
        Optional<InvalidLayoutException> mode = own.stream()
                .flatMap(place -> place.mode().stream())
                .filter(declared -> declared.mode() != ForkMode.PER_CLASS
                        || declared.element().isMethod())
                .findFirst()
                .map(declared -> new InvalidLayoutException(declared.declaredBy() + ": `fork` must be left out, as "
                        + sharing + "; leave it out, or use fork = ForkMode.PER_TEST on the class"));
        return mount.or(() -> mode)
                .or(() -> exempt.map(declaredBy -> new InvalidLayoutException(declaredBy + ": " + sharing
                        + "; exempt the whole class, or use" + " fork = ForkMode.PER_TEST")));
    }

    /**
     * The layout, checked as far as that can be done before its fork is started; an empty one if nothing is declared. The
     * answer holds for the files as they are now.
     *
     * @throws InvalidLayoutException for a declaration that cannot be laid or obeyed
     * @throws IllegalStateException if nothing is isolated
     */
    public CheckedLayout layout(DeclarationReader reader) throws InterruptedException {
        checkIsolation();
        MountSets sets = new MountSets();
        DeclaredSet byDefault = reader.read(defaults.layouts());
        sets.add(innermost(), byDefault.mounts());
        Optional<HostPropagation> hostMounts = byDefault.hostMounts();
        for (AnnotatedPlace place : outermostFirst) {
            DeclaredSet declared = reader.read(place);
            sets.add(place.element(), declared.mounts());
            hostMounts = declared.hostMounts().isPresent() ? declared.hostMounts() : hostMounts;
        }
        return CheckedLayout.of(sets.mounts(), hostMounts);
    }

    private void checkIsolation() {
        String by = isolatedBy.orElseThrow(
                () -> new IllegalStateException(quoted(innermost().description()) + " is not isolated"));
        exempt.ifPresent(declaredBy -> {
            throw new InvalidLayoutException(declaredBy + ": contradicts " + by + "; remove one of them");
        });
        declaredMode.ifPresent(declared -> {
            if (declared.mode() == ForkMode.REUSED) {
                throw new InvalidLayoutException(declared.declaredBy()
                        + ": `fork` must be ForkMode.PER_TEST or ForkMode.PER_CLASS, but is ForkMode.REUSED, which is"
                        + " not available yet; use fork = ForkMode.PER_TEST");
            }
            if (declared.mode() == ForkMode.PER_CLASS && declared.element().isMethod()) {
                throw new InvalidLayoutException(declared.declaredBy()
                        + ": `fork` must be ForkMode.PER_TEST on a method, but is ForkMode.PER_CLASS; put"
                        + " @IsolatedMounts(fork = ForkMode.PER_CLASS) on its class");
            }
        });
    }

    private <T> Optional<T> innermost(Function<AnnotatedPlace, Optional<T>> property) {
        return outermostFirst.stream()
                .flatMap(place -> property.apply(place).stream())
                .reduce((outer, inner) -> inner);
    }

    private DeclaringElement innermost() {
        return outermostFirst.get(outermostFirst.size() - 1).element();
    }
}

package org.isolatedmounts.internal.layout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.NotIsolated;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.layout.LayoutMatrix;
import org.isolatedmounts.layout.LayoutSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;

/** A class, interface or method with the annotations that stand on it; direct ones come before composed ones. */
record AnnotatedPlace(DeclaringElement element, List<FoundAnnotation> annotations) {

    private static final Set<Class<?>> OTHER_TESTS = Set.of(Test.class, TestFactory.class, TestTemplate.class);

    /** A fork mode that somebody asked for. */
    record DeclaredMode(ForkMode mode, DeclaringElement element, String declaredBy) {}

    static AnnotatedPlace of(DeclaringElement element) {
        return new AnnotatedPlace(element, AnnotationSet.of(element.element()));
    }

    /** Where {@code @IsolatedMounts} stands, or the mount that implies it. */
    Optional<String> isolatedBy() {
        return first(found -> found.annotation() instanceof IsolatedMounts && !MountDeclarations.imply(found)
                        ? Stream.of("@IsolatedMounts " + found.where(element))
                        : Stream.empty())
                .or(this::layout);
    }

    Optional<String> exempt() {
        return first(found -> found.annotation() instanceof NotIsolated
                ? Stream.of("@NotIsolated " + found.where(element))
                : Stream.empty());
    }

    Optional<DeclaredMode> mode() {
        return first(
                found -> found.annotation() instanceof IsolatedMounts isolated && isolated.fork() != ForkMode.DEFAULT
                        ? Stream.of(new DeclaredMode(
                                isolated.fork(),
                                element,
                                "@IsolatedMounts(fork = " + isolated.fork() + ") " + found.where(element)))
                        : Stream.empty());
    }

    /** What is declared of the layout first, as messages name it. */
    Optional<String> layout() {
        return first(found -> MountDeclarations.declaredBy(found, element).stream());
    }

    /**
     * What is for the invocations of a template has no place beside what makes another test of the method.
     *
     * @throws InvalidLayoutException if it stands there
     */
    void refuseOtherTests() {
        List<FoundAnnotation> templates = forInvocations().toList();
        if (templates.isEmpty()) {
            return;
        }
        FoundAnnotation template = templates.get(0);
        Stream<String> others = annotations.stream()
                .filter(found -> OTHER_TESTS.contains(found.annotation().annotationType()))
                .filter(found -> !MountDeclarations.imply(found))
                .map(AnnotatedPlace::name);
        Stream.concat(templates.stream().skip(1).map(AnnotatedPlace::name), others)
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidLayoutException("@"
                            + template.annotation().annotationType().getSimpleName() + " " + template.where(element)
                            + ": must stand in place of other annotations that make a test, but there is " + other
                            + "; remove that");
                });
    }

    /** Both bring the resolver of a parameter of type {@code Layout}. */
    boolean tellsLayout() {
        return annotations.stream()
                .anyMatch(found ->
                        found.annotation() instanceof LayoutSource || found.annotation() instanceof LayoutMatrix);
    }

    boolean isForInvocations() {
        return forInvocations().findAny().isPresent();
    }

    private Stream<FoundAnnotation> forInvocations() {
        return annotations.stream()
                .filter(found ->
                        MountDeclarations.isForInvocations(found.annotation().annotationType()));
    }

    private static String name(FoundAnnotation found) {
        return "@" + found.outermost().annotationType().getSimpleName();
    }

    private <T> Optional<T> first(Function<FoundAnnotation, Stream<T>> property) {
        return annotations.stream().flatMap(property).findFirst();
    }
}

package org.isolatedmounts.internal.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.discovery.mirror.MirrorContainer;
import org.isolatedmounts.internal.discovery.mirror.MirrorTest;
import org.junit.jupiter.engine.descriptor.JupiterEngineDescriptor;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * Puts mirror nodes where isolated tests were discovered, in the same place among their siblings.
 *
 * <p>A class becomes a mirror when no plain test is left in it, so that nothing of it runs in the host JVM.
 */
final class TreeRewriter {

    private final IsolatedTests isolatedTests;

    TreeRewriter(IsolatedTests isolatedTests) {
        this.isolatedTests = isolatedTests;
    }

    /** Rewrites all trees of a run. */
    void rewrite(Collection<TestDescriptor> roots) {
        List<OtherEngines.Refused> refused = roots.stream()
                .flatMap(root -> OtherEngines.takeOutOf(root).stream())
                .toList();
        roots.forEach(this::rewriteBelow);
        if (!refused.isEmpty()) {
            TestDescriptor jupiter = engine(roots)
                    .orElseThrow(() -> new JUnitException(refused.stream()
                            .map(test -> String.valueOf(test.error().getMessage()))
                            .collect(Collectors.joining("\n"))));
            refused.forEach(test -> jupiter.addChild(isolatedTests.refused(test)));
        }
    }

    /** Jupiter's, which alone can execute a mirror node. */
    private static Optional<TestDescriptor> engine(Collection<TestDescriptor> roots) {
        return roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.getDescendants().stream()))
                .filter(JupiterEngineDescriptor.class::isInstance)
                .findFirst()
                .map(TestDescriptor.class::cast);
    }

    void rewriteBelow(TestDescriptor root) {
        List<TestDescriptor> children = new ArrayList<>(root.getChildren());
        List<TestDescriptor> rewritten = children.stream().map(this::mirrored).toList();
        // all of them are taken out and put back, mirrors or not, as children are only ever added at the end
        children.forEach(root::removeChild);
        rewritten.forEach(root::addChild);
    }

    private TestDescriptor mirrored(TestDescriptor descriptor) {
        if (descriptor instanceof JupiterEngineDescriptor engine) {
            new TreeRewriter(isolatedTests.within(engine)).rewriteBelow(engine);
            return engine;
        }
        if (!isOfJupiter(descriptor)) {
            rewriteBelow(descriptor);
            return descriptor;
        }
        Optional<TestDescriptor> mirror = mirror(descriptor);
        if (mirror.isEmpty()) {
            rewriteBelow(descriptor);
        }
        return mirror.orElse(descriptor);
    }

    /** The mirror of a descriptor and all below it, or nothing if a plain test is among them. */
    private Optional<TestDescriptor> mirror(TestDescriptor descriptor) {
        Optional<MirrorTest> refused = isClass(descriptor) ? isolatedTests.refused(descriptor) : Optional.empty();
        if (refused.isPresent()) {
            return refused.map(TestDescriptor.class::cast);
        }
        if (isExecutedAsOne(descriptor)) {
            return isolatedTests.mirror(descriptor).map(TestDescriptor.class::cast);
        }
        if (isolatedTests.isSharingFork(descriptor)) {
            return Optional.of(isolatedTests.mirrorOfClass(descriptor));
        }
        MirrorContainer container = new MirrorContainer(descriptor);
        for (TestDescriptor child : descriptor.getChildren()) {
            Optional<TestDescriptor> mirror = mirror(child);
            if (mirror.isEmpty()) {
                return Optional.empty();
            }
            container.addChild(mirror.get());
        }
        return descriptor.getChildren().isEmpty() ? Optional.empty() : Optional.of(container);
    }

    /** What makes its own tests, in and below a node. */
    static List<TestDescriptor> executedAsOne(TestDescriptor descriptor) {
        return isExecutedAsOne(descriptor)
                ? List.of(descriptor)
                : descriptor.getChildren().stream()
                        .flatMap(child -> executedAsOne(child).stream())
                        .toList();
    }

    /** Methods, and what makes its tests only when it is executed: class templates. */
    private static boolean isExecutedAsOne(TestDescriptor descriptor) {
        return descriptor
                .getSource()
                .filter(source -> source instanceof MethodSource
                        || (source instanceof ClassSource && descriptor.mayRegisterTests()))
                .isPresent();
    }

    private static boolean isClass(TestDescriptor descriptor) {
        return descriptor.getSource().filter(ClassSource.class::isInstance).isPresent();
    }

    private static boolean isOfJupiter(TestDescriptor descriptor) {
        return descriptor.getClass().getName().startsWith("org.junit.jupiter.engine.descriptor.");
    }
}

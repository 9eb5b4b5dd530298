package org.isolatedmounts.internal.discovery;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.discovery.event.FailureDecoder;
import org.isolatedmounts.internal.layout.Isolation;
import org.isolatedmounts.internal.layout.IsolationDefaults;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** A discovered test or class, with what its annotations and those around it say. */
final class IsolatedNode {

    private final TestDescriptor descriptor;
    private final IsolationDefaults defaults;
    private final List<Class<?>> testClasses;
    private final Isolation isolation;
    private final FailureDecoder failures;

    IsolatedNode(TestDescriptor descriptor, IsolationDefaults defaults) {
        this.descriptor = descriptor;
        this.defaults = defaults;
        this.testClasses = testClasses(descriptor);
        this.isolation = Isolation.of(testClasses, method(descriptor), defaults);
        this.failures = new FailureDecoder(testClass());
    }

    TestDescriptor descriptor() {
        return descriptor;
    }

    Isolation isolation() {
        return isolation;
    }

    FailureDecoder failures() {
        return failures;
    }

    String id() {
        return descriptor.getUniqueId().toString();
    }

    /** The innermost one around the node, or itself. */
    Class<?> testClass() {
        return testClasses.get(testClasses.size() - 1);
    }

    /** As messages for people name it. */
    String title() {
        return method(descriptor).isPresent()
                ? testClass().getSimpleName() + " > " + descriptor.getDisplayName()
                : descriptor.getDisplayName();
    }

    /** What in this class cannot share its fork. */
    Optional<InvalidLayoutException> misfit() {
        return descriptor.getDescendants().stream()
                .map(inner -> new IsolatedNode(inner, defaults))
                .flatMap(inner -> inner.isolation.misfit(isolation).stream())
                .findFirst();
    }

    /** The classes around a node as Jupiter nests them, outermost first. */
    static List<Class<?>> testClasses(TestDescriptor node) {
        return around(node)
                .flatMap(descriptor -> descriptor.getSource().stream())
                .filter(ClassSource.class::isInstance)
                .<Class<?>>map(source -> ((ClassSource) source).getJavaClass())
                .toList();
    }

    /** Not those around the engine: a suite is no test class. */
    private static Stream<TestDescriptor> around(TestDescriptor node) {
        return node instanceof EngineDescriptor
                ? Stream.empty()
                : Stream.concat(node.getParent().stream().flatMap(IsolatedNode::around), Stream.of(node));
    }

    private static Optional<Method> method(TestDescriptor test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod());
    }
}

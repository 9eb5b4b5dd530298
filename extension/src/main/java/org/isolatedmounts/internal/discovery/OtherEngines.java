package org.isolatedmounts.internal.discovery;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.layout.Isolation;
import org.isolatedmounts.internal.layout.IsolationDefaults;
import org.junit.jupiter.engine.descriptor.JupiterEngineDescriptor;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Tests that another engine than Jupiter's executes, in this JVM, whatever stands on them; and suites. */
final class OtherEngines {

    /**
     * A test that must not run as it is, and was taken out of its engine's tree.
     *
     * @param descriptor the test, or what is around it and all in that
     */
    record Refused(TestDescriptor descriptor, JUnitException error) {}

    private final List<Refused> refused = new ArrayList<>();

    private OtherEngines() {}

    /**
     * Takes out of a tree what declares to be isolated and would not be.
     *
     * @throws JUnitException if its engine does not let go of it
     */
    static List<Refused> takeOutOf(TestDescriptor root) {
        OtherEngines engines = new OtherEngines();
        engines.takeOutBelow(root).ifPresent(error -> {
            throw error;
        });
        if (!engines.refused.isEmpty()) {
            root.accept(TestDescriptor::prune);
        }
        return engines.refused;
    }

    /** The error of what cannot be taken out, so that what is around it must be. */
    private Optional<JUnitException> takeOutBelow(TestDescriptor around) {
        if (around instanceof JupiterEngineDescriptor) {
            return Optional.empty();
        }
        Optional<JUnitException> stays = Optional.empty();
        for (TestDescriptor child : List.copyOf(around.getChildren())) {
            Optional<JUnitException> error = refusal(child).or(() -> takeOutBelow(child));
            if (error.isPresent()) {
                child.removeFromHierarchy();
                if (around.getChildren().contains(child)) {
                    stays = error;
                } else {
                    refused.add(new Refused(child, error.get()));
                }
            }
        }
        return stays;
    }

    /** The error of isolating one of them. */
    private static Optional<JUnitException> refusal(TestDescriptor descriptor) {
        boolean suite = descriptor.getUniqueId().getLastSegment().getType().equals("suite");
        String engine = descriptor.getUniqueId().getEngineId().orElse("unknown");
        return isolation(descriptor.getSource(), IsolationDefaults.NONE)
                .flatMap(Isolation::isolatedBy)
                .map(isolatedBy -> new JUnitException(isolatedBy + ": "
                        + (suite
                                ? "a suite is not isolated, the classes in it are; put the annotation on these, or add"
                                        + " @ConfigurationParameter(key = \"isolatedmounts.everywhere\", value = \"*\")"
                                        + " to the suite"
                                : "only tests of Jupiter can be isolated, but " + descriptor.getDisplayName()
                                        + " is a test of the engine `" + engine + "` and would run with the host's own"
                                        + " mounts; write it with org.junit.jupiter.api.Test, or remove the"
                                        + " annotation")));
    }

    /** Whether the parameter alone would isolate it. */
    static boolean isMatched(Optional<TestSource> source, IsolationDefaults defaults) {
        return isolation(source, defaults).filter(Isolation::isIsolated).isPresent()
                && isolation(source, IsolationDefaults.NONE)
                        .flatMap(Isolation::isolatedBy)
                        .isEmpty();
    }

    /** The class that a node stands for, or whose method; empty if that cannot be found. */
    static Optional<Class<?>> testClass(Optional<TestSource> place) {
        try {
            return place.map(source -> source instanceof ClassSource type
                    ? type.getJavaClass()
                    : source instanceof MethodSource method ? method.getJavaClass() : null);
        } catch (JUnitException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<Isolation> isolation(Optional<TestSource> place, IsolationDefaults defaults) {
        try {
            Optional<Method> method =
                    place.filter(MethodSource.class::isInstance).map(source -> ((MethodSource) source).getJavaMethod());
            return testClass(place).map(type -> Isolation.of(List.of(type), method, defaults));
        } catch (JUnitException | LinkageError e) {
            // its engine names something that is no class or method, or that needs a class which is not there
            return Optional.empty();
        }
    }
}

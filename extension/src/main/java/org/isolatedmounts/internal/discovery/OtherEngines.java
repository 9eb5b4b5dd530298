package org.isolatedmounts.internal.discovery;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.layout.Isolation;
import org.isolatedmounts.internal.layout.IsolationDefaults;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Tests that another engine than Jupiter's executes, in this JVM, whatever stands on them; and suites. */
final class OtherEngines {

    private OtherEngines() {}

    /** The error of isolating one of them. */
    static Optional<JUnitException> refusal(TestDescriptor descriptor, IsolationDefaults defaults) {
        boolean suite = descriptor.getUniqueId().getLastSegment().getType().equals("suite");
        String engine = descriptor.getUniqueId().getEngineId().orElse("unknown");
        return isolation(descriptor, suite ? IsolationDefaults.NONE : defaults)
                .flatMap(Isolation::wanted)
                .map(wantedBy -> new JUnitException(wantedBy + ": "
                        + (suite
                                ? "a suite is not isolated, the classes in it are; put the annotation on these, or add"
                                        + " @ConfigurationParameter(key = \"isolatedmounts.everywhere\", value = \"*\")"
                                        + " to the suite"
                                : "only tests of Jupiter can be isolated, but " + descriptor.getDisplayName()
                                        + " is a test of the engine `" + engine + "` and would run with the host's own"
                                        + " mounts; write it with org.junit.jupiter.api.Test, or take it out: remove the"
                                        + " annotation or, where it is the parameter, exempt its class by"
                                        + " @NotIsolated")));
    }

    private static Optional<Isolation> isolation(TestDescriptor descriptor, IsolationDefaults defaults) {
        try {
            return descriptor.getSource().flatMap(source -> {
                if (source instanceof ClassSource type) {
                    return Optional.of(Isolation.of(List.of(type.getJavaClass()), Optional.empty(), defaults));
                }
                return source instanceof MethodSource method
                        ? Optional.of(Isolation.of(
                                List.of(method.getJavaClass()), Optional.of(method.getJavaMethod()), defaults))
                        : Optional.empty();
            });
        } catch (JUnitException | LinkageError e) {
            // its engine names something that is no class or method, or that needs a class which is not there
            return Optional.empty();
        }
    }
}

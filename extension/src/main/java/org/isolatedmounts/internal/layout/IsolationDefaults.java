package org.isolatedmounts.internal.layout;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.internal.parameter.Parameter;
import org.isolatedmounts.internal.plan.ForkProof;
import org.junit.platform.commons.JUnitException;

/** What holds for tests whose annotations say nothing, from configuration parameters. */
public final class IsolationDefaults {

    /** Without configuration parameters. */
    public static final IsolationDefaults NONE =
            new IsolationDefaults(ForkMode.PER_TEST, ClassNamePatterns.NONE, DefaultLayouts.NONE);

    private final ForkMode fork;
    private final ClassNamePatterns everywhere;
    private final DefaultLayouts layouts;

    private IsolationDefaults(ForkMode fork, ClassNamePatterns everywhere, DefaultLayouts layouts) {
        this.fork = fork;
        this.everywhere = everywhere;
        this.layouts = layouts;
    }

    /**
     * Reads {@code isolatedmounts.fork}, {@code isolatedmounts.everywhere} and {@code isolatedmounts.layout}. The second means
     * nothing in a fork: what a launcher there runs, one of a test's own, is isolated already.
     *
     * @throws JUnitException for a value that cannot be read
     */
    public static IsolationDefaults read(Function<String, Optional<String>> parameters) {
        return new IsolationDefaults(
                Parameter.FORK.in(parameters).map(IsolationDefaults::fork).orElse(ForkMode.PER_TEST),
                Parameter.EVERYWHERE
                        .in(parameters)
                        .filter(value -> !ForkProof.isInFork())
                        .map(ClassNamePatterns::parse)
                        .orElse(ClassNamePatterns.NONE),
                Parameter.LAYOUT.in(parameters).map(DefaultLayouts::parse).orElse(DefaultLayouts.NONE));
    }

    /** The mode of forks if no annotation asks for one. */
    ForkMode fork() {
        return fork;
    }

    /** The mounts of tests that declare no others at the same mount points. */
    DefaultLayouts layouts() {
        return layouts;
    }

    /** Whether classes may be isolated without an annotation. */
    public boolean isEverywhere() {
        return !everywhere.isEmpty();
    }

    /** Whether the patterns match a class or one around it, exempt or not. */
    public boolean matches(Class<?> testClass) {
        return everywhere.include(DeclaringElements.withEnclosing(testClass));
    }

    /** Whether tests of a class, which is the last of these, are isolated without an annotation. */
    boolean isolates(List<Class<?>> testClasses) {
        return everywhere.match(testClasses);
    }

    private static ForkMode fork(String value) {
        return switch (value.trim()) {
            case "per-test" -> ForkMode.PER_TEST;
            case "per-class" -> ForkMode.PER_CLASS;
            default -> throw Parameter.FORK.invalid(value);
        };
    }
}

package org.isolatedmounts.internal.classpath;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The first mistake that keeps isolated tests from being run, if there is any. */
public final class ClassPathProblem {

    private static final Optional<String> FOUND = Stream.<Supplier<Optional<String>>>of(
                    OwnCopies::problem, JUnitVersion::problem, EngineExports::problem)
            .map(Supplier::get)
            .flatMap(Optional::stream)
            .findFirst();

    private ClassPathProblem() {}

    public static Optional<String> find() {
        return FOUND;
    }
}

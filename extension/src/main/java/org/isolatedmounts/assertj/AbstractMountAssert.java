package org.isolatedmounts.assertj;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What the assertions of this package have in common: how they write what they are about, and how they go on. */
abstract class AbstractMountAssert<SELF extends AbstractMountAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    private @Nullable MountSoftAssertionsProvider softly;

    AbstractMountAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
        info.useRepresentation(new MountRepresentation(info.representation()));
    }

    /** What this goes on with collects its failures there as well. */
    final SELF collectingIn(MountSoftAssertionsProvider provider) {
        softly = provider;
        return myself;
    }

    /**
     * Goes on with something that is found from here. Where failures are collected and it is not there, that is reported
     * once: assertions on it go to where nobody looks.
     */
    final <T, A extends AbstractMountAssert<A, T>> A navigate(
            Supplier<T> destination,
            Function<T, A> hard,
            BiFunction<MountSoftAssertionsProvider, @Nullable T, A> soft) {
        try {
            T next = destination.get();
            A assertions = softly == null ? hard.apply(next) : soft.apply(softly, next);
            assertions.info.description(info.description());
            return assertions;
        } catch (AssertionError failure) {
            if (softly == null) {
                throw failure;
            }
            softly.collectAssertionError(failure);
            return soft.apply(new MountSoftAssertions(), null);
        }
    }

    /** With the description that the user gave; the text is taken as it is. */
    final AssertionError failure(String text) {
        return assertionError(new FailureText(text));
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }
}

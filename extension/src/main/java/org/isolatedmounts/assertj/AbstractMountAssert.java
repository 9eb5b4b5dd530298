package org.isolatedmounts.assertj;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What the assertions of this package have in common: how they write what they are about. */
abstract class AbstractMountAssert<SELF extends AbstractMountAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    AbstractMountAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
        info.useRepresentation(new MountRepresentation(info.representation()));
    }

    /** With the description that the user gave; the text is taken as it is. */
    final AssertionError failure(String text) {
        return assertionError(new FailureText(text));
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }
}

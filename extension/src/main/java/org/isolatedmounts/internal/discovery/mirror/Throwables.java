package org.isolatedmounts.internal.discovery.mirror;

import org.jspecify.annotations.Nullable;

/** Throws what came from a fork as it is, checked or not. */
final class Throwables {

    private Throwables() {}

    @SuppressWarnings("unchecked")
    static <T extends Throwable> void rethrow(@Nullable Throwable throwable) throws T {
        if (throwable != null) {
            throw (T) throwable;
        }
    }
}

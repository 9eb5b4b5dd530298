package org.isolatedmounts.internal.doctor;

import java.util.Optional;

/** That of our jar. */
final class Version {

    private Version() {}

    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
    }
}

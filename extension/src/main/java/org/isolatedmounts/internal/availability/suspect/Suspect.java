package org.isolatedmounts.internal.availability.suspect;

import java.util.Optional;

/** Someone who may have denied a probe. */
interface Suspect {

    Optional<Finding> examine(FailedProbe probe);
}

package org.isolatedmounts.internal.discovery;

import java.util.Optional;

/** Starts the fork of one mirror node. */
interface ForkOpener {

    /**
     * Throws, as the outcome of the test, whatever keeps the fork from being started.
     *
     * @param waitsAt where the fork waits for its turn, if it is started earlier
     */
    ForkReplay open(Optional<String> waitsAt) throws InterruptedException;
}

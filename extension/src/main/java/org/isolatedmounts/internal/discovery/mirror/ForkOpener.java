package org.isolatedmounts.internal.discovery.mirror;

import java.util.Optional;

/** Starts the fork of one mirror node. */
public interface ForkOpener {

    /**
     * Throws, as the outcome of the test, whatever keeps the fork from being started.
     *
     * @param waitsAt where the fork waits for its turn, if it is started earlier
     */
    ForkReplay open(Optional<String> waitsAt) throws InterruptedException;
}

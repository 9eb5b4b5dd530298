package org.isolatedmounts.internal.discovery;

/** Starts the fork of one mirror node. */
interface ForkOpener {

    /** Throws, as the outcome of the test, whatever keeps the fork from being started. */
    ForkReplay open() throws InterruptedException;
}

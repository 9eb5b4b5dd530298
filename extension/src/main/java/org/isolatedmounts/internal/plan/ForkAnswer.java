package org.isolatedmounts.internal.plan;

/** What a fork is answered; it waits for that after a failure. */
public enum ForkAnswer {

    /** The supervisor has looked at the mounts. */
    EXAMINED,

    /** The host has told its listeners of the failure, and the run goes on. */
    GO_ON,

    /** The run is cancelled; told in place of {@link #GO_ON}, or without having been asked. */
    CANCEL
}

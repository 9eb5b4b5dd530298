package org.isolatedmounts.internal.discovery;

import org.isolatedmounts.internal.event.ForkEvent;

/** A container that each fork of its tests begins and ends, while the host's tree has it once. */
interface EndsInForks {

    /** Called with how this container ended in the fork of one of its tests. */
    void ended(ForkEvent.Outcome outcome, FailureDecoder failures);
}

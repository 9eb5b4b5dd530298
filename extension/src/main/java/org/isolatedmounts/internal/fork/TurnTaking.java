package org.isolatedmounts.internal.fork;

import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.task.Turn;
import org.jspecify.annotations.Nullable;

/** Waits, if it is told to, at a test or container until the host has come to the same one; see {@link Turn}. */
final class TurnTaking {

    private final Questions questions;
    private @Nullable String waitsAt;

    /** @param waitsAt the unique id of that test or container; null if there is none */
    TurnTaking(Questions questions, @Nullable String waitsAt) {
        this.questions = questions;
        this.waitsAt = waitsAt;
    }

    /** Only the first time for the one. */
    synchronized void reached(String uniqueId) {
        if (uniqueId.equals(waitsAt)) {
            waitsAt = null;
            questions.ask(new ForkEvent.Reached(uniqueId));
        }
    }
}

package org.isolatedmounts.internal.fork;

import java.util.Optional;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.Turn;

/** Waits, if it is told to, at a test or container until the host has come to the same one; see {@link Turn}. */
final class TurnTaking {

    private final Questions questions;
    private Optional<String> waitsAt;

    TurnTaking(Questions questions, Optional<String> waitsAt) {
        this.questions = questions;
        this.waitsAt = waitsAt;
    }

    /** Only the first time for the one. */
    synchronized void reached(String uniqueId) {
        if (waitsAt.filter(uniqueId::equals).isPresent()) {
            waitsAt = Optional.empty();
            questions.ask(new ForkEvent.Reached(uniqueId));
        }
    }
}

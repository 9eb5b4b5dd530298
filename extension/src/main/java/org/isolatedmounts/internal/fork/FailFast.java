package org.isolatedmounts.internal.fork;

import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkAnswer;

/**
 * Cancels what this process runs when the host is cancelled. Its listeners are let hear of a failure, and cancel the run if
 * they want to, before another test begins; for all else the host is not waited for.
 */
final class FailFast {

    private final EventWriter events;
    private final Answers answers;
    private final Cancellation cancellation;
    private int asked;

    FailFast(EventWriter events, Answers answers, Cancellation cancellation) {
        this.events = events;
        this.answers = answers;
        this.cancellation = cancellation;
    }

    void afterTestOrContainer(ForkEvent.Status status) {
        if (!cancellation.isPossible()) {
            return;
        }
        if (status == ForkEvent.Status.FAILED) {
            ask();
        }
        if (answers.count(ForkAnswer.CANCEL) > 0) {
            cancellation.request();
        }
    }

    /** As long as the host needs: it is bound to answer, or to kill this process. */
    private synchronized void ask() {
        events.write(new ForkEvent.Asking());
        asked++;
        answers.await(asked, Long.MAX_VALUE, ForkAnswer.GO_ON, ForkAnswer.CANCEL);
    }
}

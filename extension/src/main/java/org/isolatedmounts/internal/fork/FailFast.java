package org.isolatedmounts.internal.fork;

import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkAnswer;

/** Lets the host's listeners hear of a failure, and cancel the run if they want to, before another test begins. */
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

    /** As long as the host needs: it is bound to answer, or to kill this process. */
    synchronized void afterFailure() {
        if (!cancellation.isPossible()) {
            return;
        }
        events.write(new ForkEvent.Asking());
        asked++;
        answers.await(
                () -> answers.count(ForkAnswer.GO_ON) + answers.count(ForkAnswer.CANCEL) >= asked, Long.MAX_VALUE);
        if (answers.count(ForkAnswer.CANCEL) > 0) {
            cancellation.request();
        }
    }
}

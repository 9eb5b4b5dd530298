package org.isolatedmounts.internal.fork;

import org.isolatedmounts.internal.event.ForkEvent;

/**
 * Cancels what this process runs when the host is cancelled. Its listeners are let hear of a failure, and cancel the run if
 * they want to, before another test begins; for all else the host is not waited for.
 */
final class FailFast {

    private final Questions questions;
    private final Cancellation cancellation;

    FailFast(Questions questions, Cancellation cancellation) {
        this.questions = questions;
        this.cancellation = cancellation;
    }

    void afterTestOrContainer(ForkEvent.Status status) {
        if (!cancellation.isPossible()) {
            return;
        }
        if (status == ForkEvent.Status.FAILED) {
            questions.ask(new ForkEvent.Asking());
        }
        if (questions.isCancelled()) {
            cancellation.request();
        }
    }
}

package org.isolatedmounts.internal.fork;

import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.plan.ForkAnswer;

/** What a fork asks its host, which is bound to answer or to kill this process; so each takes as long as the host needs. */
final class Questions {

    private final EventWriter events;
    private final Answers answers;
    private int asked;

    Questions(EventWriter events, Answers answers) {
        this.events = events;
        this.answers = answers;
    }

    /** Returns when the host wants this process to go on, if only to its end: see {@link #isCancelled()}. */
    synchronized void ask(ForkEvent.Question question) {
        events.write(question);
        asked++;
        answers.await(asked, Long.MAX_VALUE, ForkAnswer.GO_ON, ForkAnswer.CANCEL);
    }

    /** The host may say so without being asked. */
    boolean isCancelled() {
        return answers.count(ForkAnswer.CANCEL) > 0;
    }
}

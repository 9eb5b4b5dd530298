package org.isolatedmounts.internal.plan;

import org.isolatedmounts.internal.plan.task.TestRun;

/** What the supervisor tells a fork. */
public sealed interface ForkCommand {

    /**
     * Execute tests, now that the layout is laid.
     *
     * @param mountNamespace in which it is laid
     * @param mark for the standard streams
     */
    record Run(String mountNamespace, StreamMark mark, TestRun tests) implements ForkCommand {}

    /** An answer that it waits for. */
    record Answer(ForkAnswer answer) implements ForkCommand {}
}

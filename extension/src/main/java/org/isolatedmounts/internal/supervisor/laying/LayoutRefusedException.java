package org.isolatedmounts.internal.supervisor.laying;

import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.plan.MountPlan;

/** A layout that cannot be laid; the message is for whoever declared it. */
public final class LayoutRefusedException extends Exception {

    public LayoutRefusedException(String message) {
        super(message);
    }

    /** A mount that is wrong by itself. */
    LayoutRefusedException(MountPlan plan, String problem) {
        super(plan.declaredBy() + ": " + problem);
    }

    /** A mount that the kernel refused. */
    LayoutRefusedException(MountPlan plan, SystemCallException refusal) {
        super(
                plan.declaredBy() + ": "
                        + Hint.insteadOf(refusal, plan)
                                .orElseGet(() -> refusal.getMessage() + Hint.after(refusal, plan)),
                refusal);
    }

    /** What is done besides the declared mounts. */
    LayoutRefusedException(String purpose, SystemCallException refusal) {
        super(purpose + ": " + refusal.getMessage() + Hint.after(refusal), refusal);
    }
}

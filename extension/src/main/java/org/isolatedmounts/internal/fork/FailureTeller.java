package org.isolatedmounts.internal.fork;

import java.util.function.Function;
import org.isolatedmounts.internal.event.Failure;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.fork.failure.FailureEncoder;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.jspecify.annotations.Nullable;

/** Tells of failures, even if the test has left no memory for that. */
final class FailureTeller {

    private static final int RESERVE = 1 << 20;

    private final EventWriter events;

    /** Given up while a failure is told. */
    @SuppressWarnings("UnusedVariable") // it holds memory
    private byte @Nullable [] reserve = new byte[RESERVE];

    FailureTeller(EventWriter events) {
        this.events = events;
    }

    /** Does what leads to the telling of a failure, with the reserve. */
    synchronized void tell(Throwable throwable, Runnable before, Function<Failure, ForkEvent> event) {
        reserve = null;
        try {
            before.run();
            events.write(event.apply(FailureEncoder.encode(throwable)));
        } catch (OutOfMemoryError e) {
            events.write(event.apply(FailureEncoder.encodeInNeed(throwable)));
        }
        refill();
    }

    private void refill() {
        try {
            reserve = new byte[RESERVE];
        } catch (OutOfMemoryError e) {
            // of no use, then: this memory is used up
            reserve = null;
        }
    }
}

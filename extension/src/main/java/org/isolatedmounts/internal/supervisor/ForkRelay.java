package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEventCodec;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.supervisor.channel.ForkChannel;
import org.isolatedmounts.internal.supervisor.channel.StreamOrder;
import org.isolatedmounts.internal.supervisor.process.ForkInput;
import org.isolatedmounts.internal.wire.Frames;
import org.isolatedmounts.internal.wire.MalformedFrameException;
import org.jspecify.annotations.Nullable;

/** Passes on what a fork tells, and looks at the fork if something fails in it. */
record ForkRelay(ForkChannel channel, ForkInput input, ForkExaminer examiner, ForkClock clock, StreamOrder order) {

    /**
     * To the end of the fork.
     *
     * @throws MalformedFrameException if the fork, or a test in its place, has written what no fork tells
     */
    void run(InputStream events) throws IOException {
        try {
            relay(events);
        } catch (MalformedFrameException e) {
            examineAtEnd();
            throw e;
        }
    }

    private void relay(InputStream events) throws IOException {
        boolean ended = false;
        for (Frames.Frame frame = next(events); frame != null; frame = next(events)) {
            byte[] event = frame.content();
            if (!ForkEventCodec.isOfFork(event)) {
                throw new MalformedFrameException("an event that only the supervisor may tell");
            }
            Set<ForkEvent.Stream> markedIn = ForkEventCodec.markedIn(event);
            order.awaitMarks(markedIn);
            switch (ForkEventCodec.notable(event)) {
                case FAILING -> examine((ForkEvent.Failing) ForkEventCodec.decode(event));
                case ENGINE_FAILED -> {
                    examineAtEnd();
                    channel.relay(event);
                }
                case SHUTTING_DOWN -> {
                    if (!ended) {
                        examineAtEnd();
                    }
                    channel.relay(event);
                }
                case ENDED -> {
                    ended = true;
                    clock.enter(ForkClock.Phase.STRIP);
                    channel.relay(event);
                }
                case NOTHING -> channel.relay(event);
            }
            order.eventTold(markedIn);
        }
        if (!ended) {
            examineAtEnd();
        }
    }

    private static Frames.@Nullable Frame next(InputStream events) throws IOException {
        return Frames.readWhole(events, Frames.MOST_OF_FORK);
    }

    private void examine(ForkEvent.Failing failing) throws IOException {
        channel.send(examiner.examine(failing.uniqueId()));
        input.tell(new ForkCommand.Answer(ForkAnswer.EXAMINED));
    }

    void examineAtEnd() {
        examiner.examineAtEnd().ifPresent(state -> channel.send(state));
    }
}

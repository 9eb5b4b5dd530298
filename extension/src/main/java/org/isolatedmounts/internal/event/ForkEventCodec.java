package org.isolatedmounts.internal.event;

import java.util.Set;
import org.isolatedmounts.internal.event.ForkEvent.Stream;
import org.isolatedmounts.internal.wire.Codec;
import org.isolatedmounts.internal.wire.MalformedFrameException;

/** {@link ForkEvent}s as the content of frames. */
public final class ForkEventCodec {

    /** What the supervisor has to notice of the events that it passes on. */
    public enum Notable {
        ENGINE_FAILED,
        ENDED,
        SHUTTING_DOWN,
        FAILING,
        NOTHING
    }

    private static final Codec<ForkEvent> CODEC = Codec.of(ForkEvent.class);

    private static final Set<Stream> BOTH = Set.of(Stream.OUT, Stream.ERR);

    private ForkEventCodec() {}

    public static byte[] encode(ForkEvent event) {
        return CODEC.encode(event);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws MalformedFrameException if it is no event
     */
    public static ForkEvent decode(byte[] content) {
        return CODEC.decode(content);
    }

    /**
     * Whether a fork may tell this, which some test may have forged; without decoding the event.
     *
     * @throws MalformedFrameException if it is no event
     */
    public static boolean isOfFork(byte[] content) {
        return ForkEvent.OfFork.class.isAssignableFrom(CODEC.typeOf(content));
    }

    /**
     * Without decoding the event, which may be large.
     *
     * @throws MalformedFrameException if it is no event
     */
    public static Notable notable(byte[] content) {
        Class<? extends ForkEvent> type = CODEC.typeOf(content);
        if (type == ForkEvent.EngineFailed.class) {
            return Notable.ENGINE_FAILED;
        } else if (type == ForkEvent.Ended.class) {
            return Notable.ENDED;
        } else if (type == ForkEvent.ShuttingDown.class) {
            return Notable.SHUTTING_DOWN;
        }
        return type == ForkEvent.Failing.class ? Notable.FAILING : Notable.NOTHING;
    }

    /**
     * The standard streams of the fork in which the place of an event is marked: the one that it is about, or both; without
     * decoding the event.
     *
     * @throws MalformedFrameException if it is no event
     */
    public static Set<Stream> markedIn(byte[] content) {
        Stream stream = CODEC.leading(Stream.class, content);
        return stream == null ? BOTH : Set.of(stream);
    }
}

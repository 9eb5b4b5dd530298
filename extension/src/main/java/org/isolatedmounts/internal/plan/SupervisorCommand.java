package org.isolatedmounts.internal.plan;

import org.isolatedmounts.internal.wire.Nullable;

/** What the host JVM tells the supervisor. */
public sealed interface SupervisorCommand {

    /** Start a fork, lay its layout, hand it its tests. */
    record Start(ForkRequest request) implements SupervisorCommand {}

    /**
     * See to an archive of the classes that all forks share: the one that an earlier run has kept, or else one of what a
     * fork loads from its start to its end.
     *
     * @param command goes through that start and end
     * @param kept the file in which an archive is kept for later runs; absent if none is to be
     */
    record Rehearse(JavaCommand command, @Nullable String kept) implements SupervisorCommand {}

    /**
     * Kill a fork and everything that it started.
     *
     * @param threadDump whether somebody is to read, in its output, what its threads were at
     */
    record Kill(long forkId, boolean threadDump) implements SupervisorCommand {}

    /** Pass an answer on to a fork, which waits for it. */
    record Answer(long forkId, ForkAnswer answer) implements SupervisorCommand {}

    /** So much of what a fork has told was taken, as {@code Window} counts it; the fork may tell as much again. */
    record Taken(long forkId, long bytes) implements SupervisorCommand {}

    /** Say that you live, with a {@code ForkEvent.Pong}. */
    record Ping() implements SupervisorCommand {}
}

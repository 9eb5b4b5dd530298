package org.isolatedmounts.internal.plan;

/** What the host JVM tells the supervisor. */
public sealed interface SupervisorCommand {

    /** Start a fork, lay its layout, hand it its tests. */
    record Start(ForkRequest request) implements SupervisorCommand {}

    /** Go through the start and end of a fork to archive the classes that all forks share. */
    record Rehearse(JavaCommand command) implements SupervisorCommand {}

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

package org.isolatedmounts.internal.plan;

import java.util.List;
import org.isolatedmounts.internal.plan.task.TestRun;
import org.isolatedmounts.internal.wire.Nullable;

/** What the host JVM tells the supervisor. */
public sealed interface SupervisorCommand {

    /**
     * Start a fork, lay its layout, hand it its tests.
     *
     * @param command starts its JVM
     * @param keptPaths class path, JDK, agents and what these write
     */
    record StartFork(long forkId, JavaCommand command, LayoutPlan layout, List<KeptPath> keptPaths, TestRun run)
            implements SupervisorCommand {

        public StartFork {
            keptPaths = List.copyOf(keptPaths);
        }
    }

    /**
     * Get the class archive: from the cache of an earlier run, or else by a JVM that loads what a fork loads.
     *
     * @param command starts that JVM
     * @param cacheFile keeps the archive for later runs; absent if there is no cache
     */
    record ArchiveClasses(JavaCommand command, @Nullable String cacheFile) implements SupervisorCommand {}

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

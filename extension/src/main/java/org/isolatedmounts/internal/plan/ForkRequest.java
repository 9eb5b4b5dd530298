package org.isolatedmounts.internal.plan;

import java.util.List;

/**
 * One fork: the JVM to start, the mounts to lay, the tests to run.
 *
 * @param keptPaths class path, JDK, agents and what these write
 */
public record ForkRequest(long forkId, JavaCommand command, LayoutPlan layout, List<KeptPath> keptPaths, TestRun run) {

    public ForkRequest {
        keptPaths = List.copyOf(keptPaths);
    }
}

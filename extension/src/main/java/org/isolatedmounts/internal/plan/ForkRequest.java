package org.isolatedmounts.internal.plan;

import java.util.List;

/**
 * One fork: the JVM to start, the mounts to lay, the tests to run.
 *
 * @param keptPaths what the JVM goes on reading (class path, JDK): what the layout would hide is bound back
 */
public record ForkRequest(long forkId, JavaCommand command, Layout layout, List<String> keptPaths, TestRun run) {

    public ForkRequest {
        keptPaths = List.copyOf(keptPaths);
    }
}

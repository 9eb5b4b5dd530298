package org.isolatedmounts.internal.plan.task;

import java.util.List;

/** What there is to do in a fork. */
public sealed interface ForkTask permits ForkTask.Tests, ProviderCall {

    /**
     * Execute tests.
     *
     * @param uniqueIds of those that survived the host's discovery
     */
    record Tests(List<String> uniqueIds) implements ForkTask {

        public Tests {
            uniqueIds = List.copyOf(uniqueIds);
        }
    }
}

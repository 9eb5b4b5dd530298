package org.isolatedmounts.internal.launch;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.plan.Layout;

/**
 * What discovery wants of a fork.
 *
 * @param limits those of the request that the fork belongs to
 */
public record ForkOrder(
        Class<?> testClass,
        Layout layout,
        List<String> uniqueIds,
        Map<String, String> configurationParameters,
        Settings settings,
        ForkLimits limits) {}

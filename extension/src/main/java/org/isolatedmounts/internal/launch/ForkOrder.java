package org.isolatedmounts.internal.launch;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.plan.LayoutPlan;

/**
 * What discovery wants of a fork.
 *
 * @param limits of the request to which the fork belongs
 */
public record ForkOrder(
        Class<?> testClass,
        LayoutPlan layout,
        List<String> uniqueIds,
        Map<String, String> configurationParameters,
        Settings settings,
        ForkLimits limits) {}

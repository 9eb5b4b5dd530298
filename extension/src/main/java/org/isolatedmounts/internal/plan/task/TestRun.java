package org.isolatedmounts.internal.plan.task;

import java.util.HashMap;
import java.util.Map;

/**
 * What a fork executes once its layout is laid.
 *
 * @param task of the fork
 * @param configurationParameters the explicit ones of the host's discovery request
 * @param systemProperties of the host, those left out that the JVM itself sets
 */
public record TestRun(
        ForkTask task, Map<String, String> configurationParameters, Map<String, String> systemProperties) {

    public TestRun {
        configurationParameters = Map.copyOf(configurationParameters);
        systemProperties = Map.copyOf(systemProperties);
    }

    /**
     * The same, but for a {@code user.timezone} that a JVM sets to this by itself, as soon as it is asked for its time zone:
     * in the fork it is to find the one of the layout.
     */
    public TestRun withoutFoundTimeZone(String found) {
        Map<String, String> properties = new HashMap<>(systemProperties);
        properties.remove("user.timezone", found);
        return new TestRun(task, configurationParameters, properties);
    }
}

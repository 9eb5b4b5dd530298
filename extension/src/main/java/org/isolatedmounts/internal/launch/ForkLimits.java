package org.isolatedmounts.internal.launch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.isolatedmounts.internal.launch.session.Permits;

/** How many forks of one request run at once. Parts of it that ask for the same number, as suites may, share it. */
public final class ForkLimits {

    private final Map<Integer, Permits> permits = new ConcurrentHashMap<>();

    public Permits permits(Settings settings) {
        return permits.computeIfAbsent(settings.forks(), Permits::new);
    }
}

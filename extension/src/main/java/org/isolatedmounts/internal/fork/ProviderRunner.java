package org.isolatedmounts.internal.fork;

import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.layout.Providers;
import org.isolatedmounts.internal.plan.task.LayoutBytes;
import org.isolatedmounts.internal.plan.task.ProviderCall;

/** Calls a provider of layouts, for which this fork was made. */
final class ProviderRunner {

    private static final byte[] NONE = {};

    private ProviderRunner() {}

    static void run(ProviderCall call, Map<String, String> configurationParameters, EventWriter events) {
        try {
            byte[] layout = Providers.call(
                            call,
                            key -> Optional.ofNullable(configurationParameters.get(key))
                                    .or(() -> Optional.ofNullable(System.getProperty(key))))
                    .map(LayoutBytes::write)
                    .orElse(NONE);
            events.write(new ForkEvent.LayoutProvided(layout, null));
        } catch (Throwable thrown) {
            // whatever it is, tests fail with it
            new FailureTeller(events).tell(thrown, () -> {}, failure -> new ForkEvent.LayoutProvided(NONE, failure));
        }
    }
}

package org.isolatedmounts.internal.fork;

import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.fork.output.EventWriter;
import org.isolatedmounts.internal.layout.Providers;
import org.isolatedmounts.internal.plan.task.LayoutBytes;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.isolatedmounts.internal.wire.Frames;

/** Calls a provider of layouts, for which this fork was made. */
final class ProviderRunner {

    private static final byte[] NONE = {};

    /** Of a frame, which has little more. */
    private static final int MOST = Frames.MOST_OF_FORK - 1024;

    private ProviderRunner() {}

    static void run(ProviderCall call, Map<String, String> configurationParameters, EventWriter events) {
        try {
            byte[] layout = Providers.call(
                            call,
                            key -> Optional.ofNullable(configurationParameters.get(key))
                                    .or(() -> Optional.ofNullable(System.getProperty(key))))
                    .map(LayoutBytes::write)
                    .orElse(NONE);
            if (layout.length > MOST) {
                throw new IllegalStateException("the layout takes " + layout.length + " bytes, and at most " + MOST
                        + " can be told: use copyOf for large contents");
            }
            events.write(new ForkEvent.LayoutProvided(layout, null));
        } catch (Throwable thrown) {
            // whatever it is, tests fail with it
            new FailureTeller(events).tell(thrown, () -> {}, failure -> new ForkEvent.LayoutProvided(NONE, failure));
        }
    }
}

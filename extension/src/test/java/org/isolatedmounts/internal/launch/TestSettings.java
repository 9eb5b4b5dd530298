package org.isolatedmounts.internal.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of which only the number of forks matters. */
final class TestSettings {

    private TestSettings() {}

    public static Settings ofForks(int number) {
        return new Settings(
                Duration.ofMinutes(1),
                number,
                false,
                false,
                Optional.empty(),
                false,
                OptionalInt.empty(),
                Optional.empty());
    }
}

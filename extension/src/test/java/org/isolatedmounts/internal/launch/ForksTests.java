package org.isolatedmounts.internal.launch;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.launch.jvm.ForkClassPathTests.FixtureClassLoader;
import org.isolatedmounts.internal.launch.jvm.ForkClassPathTests.FixtureTestCase;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ForksTests {

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aForkThatCannotBeDescribedTakesNoRoom() throws Exception {
        URL[] urls = {new URL("file://another-host/tests/")};
        try (URLClassLoader loader = new FixtureClassLoader(urls, getClass().getClassLoader())) {
            Class<?> fixture = loader.loadClass(FixtureTestCase.class.getName());
            Settings settings = TestSettings.ofForks(1);
            ForkOrder order =
                    new ForkOrder(fixture, new LayoutPlan(List.of()), List.of(), Map.of(), settings, new ForkLimits());

            for (int i = 0; i < 2; i++) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Forks.instance().open(order));
            }
        }
    }
}

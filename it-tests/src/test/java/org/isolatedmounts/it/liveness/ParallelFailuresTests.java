package org.isolatedmounts.it.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelFailuresTests {

    @ParameterizedTest
    @ValueSource(strings = "1")
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void allTestsAreTold(String forks) {
        assertAllTestsAreTold(forks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3"})
    @Tag("full")
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void allTestsAreToldWithMoreForks(String forks) {
        assertAllTestsAreTold(forks);
    }

    private static void assertAllTestsAreTold(String forks) {
        assertThat(ParallelRun.summary(Map.of("isolatedmounts.forks", forks))).isEqualTo(ParallelRun.SUCCESS);
    }
}

package org.isolatedmounts.it.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelFailuresTests {

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void allTestsAreTold(String forks) {
        assertThat(ParallelRun.summary(Map.of("isolatedmounts.forks", forks))).isEqualTo(ParallelRun.SUCCESS);
    }
}

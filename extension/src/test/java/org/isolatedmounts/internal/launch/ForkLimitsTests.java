package org.isolatedmounts.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForkLimitsTests {

    @Test
    void requestsDoNotShareAndPartsOfOneDo() {
        ForkLimits limits = new ForkLimits();

        assertThat(limits.permits(TestSettings.ofForks(1))).isSameAs(limits.permits(TestSettings.ofForks(1)));
        assertThat(limits.permits(TestSettings.ofForks(1))).isNotSameAs(limits.permits(TestSettings.ofForks(2)));
        assertThat(limits.permits(TestSettings.ofForks(1)))
                .isNotSameAs(new ForkLimits().permits(TestSettings.ofForks(1)));
    }
}

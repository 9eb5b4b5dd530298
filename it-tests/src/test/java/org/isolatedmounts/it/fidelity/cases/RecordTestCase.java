package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@IsolatedMounts
public record RecordTestCase(TestInfo info) implements WithDefaultTest {

    @Test
    void component() {
        assertThat(info.getTestClass()).contains(RecordTestCase.class);
    }

    @RepeatedTest(2)
    void repeated() {}
}

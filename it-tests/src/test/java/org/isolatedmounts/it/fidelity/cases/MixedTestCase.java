package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Isolated and plain tests in one class. */
public class MixedTestCase {

    private boolean prepared;

    @BeforeEach
    void prepare() {
        prepared = true;
    }

    @Test
    void plain() {
        assertThat(prepared).isTrue();
    }

    @Test
    @IsolatedMounts
    void isolated() {
        assertThat(prepared).isTrue();
    }

    @Test
    @IsolatedMounts
    void isolatedAndFailing() {
        assertThat(prepared).isFalse();
    }

    @RepeatedTest(2)
    @IsolatedMounts
    void isolatedAndRepeated() {
        assertThat(prepared).isTrue();
    }
}

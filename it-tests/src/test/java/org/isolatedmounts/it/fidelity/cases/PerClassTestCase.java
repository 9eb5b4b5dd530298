package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@IsolatedMounts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class PerClassTestCase {

    private int calls;

    @BeforeAll
    void beforeAll() {
        calls++;
    }

    @Test
    void test() {
        assertThat(calls++).isEqualTo(1);
    }

    @AfterAll
    void afterAll() {
        assertThat(calls).isEqualTo(2);
    }
}

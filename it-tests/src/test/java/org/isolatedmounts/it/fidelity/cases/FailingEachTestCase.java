package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@IsolatedMounts
public class FailingEachTestCase {

    @BeforeEach
    void beforeEach(TestInfo info) {
        if (info.getTags().contains("before")) {
            throw new IllegalStateException("beforeEach");
        }
    }

    @AfterEach
    void afterEach(TestInfo info) {
        if (info.getTags().contains("after")) {
            throw new IllegalStateException("afterEach");
        }
    }

    @Test
    @Tag("before")
    void failsBefore() {
        System.out.println("not reached");
    }

    @Test
    @Tag("after")
    void failsAfter() {}

    @Test
    @Tag("before")
    @Tag("after")
    void failsBeforeAndAfter() {}

    @Test
    @Tag("after")
    void failsAndFailsAfter() {
        throw new IllegalArgumentException("test");
    }
}

package org.isolatedmounts.it.guard;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;

public class GuardedMethodsTestCase {

    @BeforeEach
    void beforeEach(TestInfo info) {
        Traces.ALL.add("beforeEach of " + info.getTestMethod().orElseThrow().getName());
    }

    @Test
    void plain() {
        Traces.ALL.add("plain");
    }

    @Test
    @IsolatedMounts
    void isolated() {
        Traces.ALL.add("isolated");
    }

    @RepeatedTest(1)
    @IsolatedMounts
    void repeated() {
        Traces.ALL.add("repeated");
    }

    @TestFactory
    @IsolatedMounts
    DynamicTest factory() {
        return dynamicTest("dynamic", () -> Traces.ALL.add("dynamic"));
    }

    @Test
    @TmpfsMount(at = "/data")
    void mounted() {
        Traces.ALL.add("mounted");
    }

    @Test
    @TmpfsMount(at = "/data")
    @TmpfsMount(at = "/logs")
    void mountedTwice() {
        Traces.ALL.add("mounted twice");
    }
}

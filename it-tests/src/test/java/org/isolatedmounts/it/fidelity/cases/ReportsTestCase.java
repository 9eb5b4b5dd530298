package org.isolatedmounts.it.fidelity.cases;

import java.util.Map;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@IsolatedMounts
public class ReportsTestCase {

    @BeforeAll
    static void beforeAll(TestReporter reporter) {
        reporter.publishEntry("from", "beforeAll");
    }

    @BeforeEach
    void beforeEach(TestReporter reporter) {
        reporter.publishEntry("from", "beforeEach");
    }

    @Test
    void test(TestReporter reporter) {
        reporter.publishEntry("a value alone");
        reporter.publishEntry("key", "a value, née \"valeur\"");
        reporter.publishEntry(Map.of("only", "one"));
    }

    @AfterEach
    void afterEach(TestReporter reporter) {
        reporter.publishEntry("from", "afterEach");
    }

    @AfterAll
    static void afterAll(TestReporter reporter) {
        reporter.publishEntry("from", "afterAll");
    }
}

package org.isolatedmounts.it.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing is ever attributed to another test. */
class AttributionTests {

    private static final String CONFIG = "junit.jupiter.execution.parallel.config.";

    @Test
    @Tag("full")
    void ofClassesThatShareAFork() {
        assertThat(ChattyTestCase.sharingForks().stream()
                        .mapToInt(ChattyTestCase::tests)
                        .sum())
                .isGreaterThanOrEqualTo(500);

        Attribution.check(
                Map.of(CONFIG + "strategy", "fixed", CONFIG + "fixed.parallelism", "4", "isolatedmounts.forks", "4"),
                ChattyTestCase.sharingForks());
    }

    @Test
    void ofTestsInForksOfTheirOwn() {
        Attribution.check(
                Map.of(CONFIG + "strategy", "dynamic", CONFIG + "dynamic.factor", "2", "isolatedmounts.forks", "4"),
                List.of(ChattyTestCase.Ian.class, ChattyTestCase.Ada.class, ChattyTestCase.Joy.class));
    }
}

package org.isolatedmounts.it.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Whose output and whose events these are, with many forks that print at the same time. */
class AttributionTests {

    @Test
    void nothingIsEverAttributedToAnotherTest() {
        Listener listener = new Listener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(ChattyTestCase.classes().stream()
                                        .map(testClass -> selectClass(testClass))
                                        .toList())
                                .configurationParameters(Map.of(
                                        "junit.platform.output.capture.stdout", "true",
                                        "junit.platform.output.capture.stderr", "true",
                                        "junit.jupiter.execution.parallel.enabled", "true",
                                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4",
                                        "isolatedmounts.forks", "4"))
                                .build(),
                        listener);

        int tests = ChattyTestCase.TESTS * ChattyTestCase.classes().size();
        assertThat(tests).isGreaterThanOrEqualTo(500);
        assertThat(listener.entries).hasSize(tests);
        assertThat(listener.failures).isEmpty();
        for (Class<?> testClass : ChattyTestCase.classes()) {
            for (int repetition = 1; repetition <= ChattyTestCase.TESTS; repetition++) {
                Map<String, String> told = listener.entries.get(id(testClass, repetition));
                String self = ChattyTestCase.self(testClass, repetition);
                assertThat(told.get("self")).isEqualTo(self);
                assertThat(lines(told.get("stdout"))).isEqualTo(ChattyTestCase.saidBy(self));
                assertThat(lines(told.get("stderr"))).isEqualTo(ChattyTestCase.saidBy(self));
            }
        }
    }

    private static String id(Class<?> testClass, int repetition) {
        return "[engine:junit-jupiter]/[class:" + testClass.getName() + "]/[test-template:says("
                + "org.junit.jupiter.api.RepetitionInfo, org.junit.jupiter.api.TestReporter)]/[test-template-invocation:#"
                + repetition + "]";
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\n")).sorted().toList();
    }

    private static final class Listener implements TestExecutionListener {

        private final Map<String, Map<String, String>> entries = new ConcurrentHashMap<>();
        private final Map<String, String> failures = new ConcurrentHashMap<>();

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            entries.computeIfAbsent(test.getUniqueId(), id -> new HashMap<>()).putAll(entry.getKeyValuePairs());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(throwable -> failures.put(test.getUniqueId(), String.valueOf(throwable)));
        }
    }
}

package org.isolatedmounts.it.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Whose output and whose events these are, with many forks that print at the same time. */
public final class Attribution {

    private Attribution() {}

    /** Executes classes of both modes at the same time, with the JUnit of this JVM, and fails where something is wrong. */
    public static void main(String[] parameters) {
        Map<String, String> more = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            more.put(parameters[i], parameters[i + 1]);
        }
        check(more, List.of(ChattyTestCase.Ada.class, ChattyTestCase.Ian.class, ChattyTestCase.Bob.class));
    }

    static void check(Map<String, String> parameters, List<Class<?>> testClasses) {
        Listener listener = new Listener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(testClasses.stream()
                                        .map(testClass -> selectClass(testClass))
                                        .toList())
                                .configurationParameters(Map.of(
                                        "junit.platform.output.capture.stdout", "true",
                                        "junit.platform.output.capture.stderr", "true",
                                        "junit.jupiter.execution.parallel.enabled", "true",
                                        "junit.jupiter.execution.parallel.mode.default", "concurrent"))
                                .configurationParameters(parameters)
                                .build(),
                        listener);

        assertThat(listener.failures).isEmpty();
        assertThat(listener.entries)
                .hasSize(testClasses.stream().mapToInt(ChattyTestCase::tests).sum());
        for (Class<?> testClass : testClasses) {
            for (int repetition = 1; repetition <= ChattyTestCase.tests(testClass); repetition++) {
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

package org.isolatedmounts.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes through a launcher in this JVM, which is then their host JVM. */
public final class InProcess {

    private InProcess() {}

    /** The results of tests, and of containers that did not simply succeed. */
    public static List<TestResult> run(Map<String, String> parameters, Class<?>... testClasses) {
        List<TestResult> results = Collections.synchronizedList(new ArrayList<>());
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Stream.of(testClasses)
                                        .map(testClass -> (DiscoverySelector) selectClass(testClass))
                                        .toList())
                                .configurationParameters(parameters)
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionSkipped(TestIdentifier test, String reason) {
                                results.add(TestResult.skipped(test, reason));
                            }

                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                results.add(TestResult.of(test, result));
                            }
                        });
        return results.stream()
                .filter(result -> result.isTest() || !result.successful())
                .toList();
    }

    /** Runs a test class of which every test must succeed, and all of these must be run. */
    public static void runSuccessfully(Class<?> testClass, String... tests) {
        List<TestResult> results = run(Map.of(), testClass);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.successful())
                        .as("%s: %s", result.name(), result.stackTrace())
                        .isTrue());
        assertThat(results).extracting(TestResult::name).containsExactlyInAnyOrder(tests);
    }
}

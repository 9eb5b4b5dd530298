package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.InProcess.run;
import static org.isolatedmounts.it.harness.InProcess.runSuccessfully;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.TestResult;
import org.isolatedmounts.layout.LayoutMatrix;
import org.isolatedmounts.layout.StandardLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class MatrixTests {

    @Test
    void eachInvocationHasItsLayoutAndItsName() {
        runSuccessfully(MatrixTestCase.class, "#1", "#2", "#3", "#4", "#5", "#6", "#1", "#2", "#3");
    }

    @Test
    void invocationsCanBeSelected() {
        List<TestResult> results = Collections.synchronizedList(new ArrayList<>());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectIteration(
                        selectMethod(
                                MatrixTestCase.class,
                                "all",
                                "org.isolatedmounts.layout.StandardLayout, org.junit.jupiter.api.TestInfo"),
                        4,
                        1))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                results.add(TestResult.of(test, result));
            }
        });

        assertThat(results)
                .allSatisfy(result -> assertThat(result.successful())
                        .as("%s: %s", result.name(), result.stackTrace())
                        .isTrue());
        assertThat(results)
                .filteredOn(TestResult::isTest)
                .extracting(TestResult::name)
                .containsExactly("#2", "#5");
    }

    @Test
    void standsInPlaceOfOtherTests() {
        List<TestResult> results = run(Map.of(), BesideOthersTestCase.class);

        assertThat(results)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.message())
                        .startsWith("@LayoutMatrix ")
                        .contains(": must stand in place of other annotations that make a test, but there is @")
                        .containsPattern("@(Test|ParameterizedTest|TestAndMatrix); remove that$"));
    }

    static class BesideOthersTestCase {

        @Test
        @LayoutMatrix(at = "/data")
        void besideTest() {
            throw new AssertionError("run");
        }

        @TestAndMatrix
        void composedWithTest() {
            throw new AssertionError("run");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @LayoutMatrix(at = "/data")
        void besideAnotherTemplate(int number, StandardLayout layout) {
            throw new AssertionError("run with " + number + " in " + layout);
        }
    }

    @Test
    @LayoutMatrix(at = "/data")
    @Retention(RetentionPolicy.RUNTIME)
    @interface TestAndMatrix {}
}

package org.isolatedmounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.ForkProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The test kit calls the engine directly; no launcher replaces anything there. */
class IsolatedMountsGuardTests {

    private static final List<String> RAN = new ArrayList<>();
    private static final Map<String, String> WITHOUT_CONDITIONS = Map.of("junit.jupiter.conditions.deactivate", "*");

    @BeforeEach
    void clear() {
        RAN.clear();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                        Arguments.of(ClassTestCase.class, "IsolatedMountsGuardTests$ClassTestCase"),
                        Arguments.of(PerClassTestCase.class, "IsolatedMountsGuardTests$PerClassTestCase"),
                        Arguments.of(OuterTestCase.class, "InnerTestCase"),
                        Arguments.of(TemplatesTestCase.class, "IsolatedMountsGuardTests$TemplatesTestCase"),
                        Arguments.of(MethodTestCase.class, "isolated()"),
                        Arguments.of(FactoryMethodTestCase.class, "isolated()"))
                .flatMap(it -> Stream.of(
                        Arguments.of(it.get()[0], it.get()[1], Map.of()),
                        Arguments.of(it.get()[0], it.get()[1], WITHOUT_CONDITIONS)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void noCodeOfTheTestRunsOutsideItsFork(Class<?> testCase, String displayName, Map<String, String> parameters) {
        EngineExecutionResults results = execute(testCase, parameters);

        assertThat(RAN).isEmpty();
        assertRefused(results, displayName);
        results.testEvents()
                .assertStatistics(statistics -> statistics.succeeded(0).skipped(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "org.example.None"})
    void aClassTemplateIsRefusedToo(String deactivated) {
        EngineExecutionResults results =
                execute(ClassTemplateTestCase.class, Map.of("junit.jupiter.conditions.deactivate", deactivated));

        assertThat(RAN).isEmpty();
        assertThat(failures(results))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContaining(": refusing to run it without its mount namespace. "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "org.example.None"})
    void thePlainTestsBesideARefusedOneRun(String deactivated) {
        EngineExecutionResults results =
                execute(MixedTestCase.class, Map.of("junit.jupiter.conditions.deactivate", deactivated));

        assertThat(RAN).contains("plain").doesNotContain("isolated");
        assertRefused(results, "isolated()");
        results.testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1).failed(1));
    }

    @Test
    void inTheForkTheTestsRun() throws Exception {
        EngineExecutionResults results =
                execute(ClassTestCase.class, Map.of(ForkProof.NAMESPACE_PARAMETER, ForkProof.currentMountNamespace()));

        assertThat(RAN).containsExactly("before all", "constructor", "before each", "test", "after each", "after all");
        results.testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1).failed(0));
    }

    @Test
    void aWordIsNoProof() {
        EngineExecutionResults results = execute(ClassTestCase.class, Map.of(ForkProof.NAMESPACE_PARAMETER, "mnt:[1]"));

        assertThat(RAN).isEmpty();
        assertRefused(results, "IsolatedMountsGuardTests$ClassTestCase");
    }

    private static EngineExecutionResults execute(Class<?> testCase, Map<String, String> parameters) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameters(parameters)
                .execute();
    }

    private static void assertRefused(EngineExecutionResults results, String displayName) {
        assertThat(failures(results))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessage("@IsolatedMounts on " + displayName
                                + ": refusing to run it without its mount namespace. The launcher that discovered it did not"
                                + " let isolated-mounts replace it by a forked test. Run it through a JUnit Platform launcher"
                                + " that registers LauncherDiscoveryListeners and PostDiscoveryFilters by ServiceLoader (the"
                                + " default; EngineTestKit and engines called directly do not), with a single copy of"
                                + " isolated-mounts and junit-platform-launcher on the same class path."));
    }

    /** As Jupiter wraps what a condition throws, the causes are looked at. */
    private static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(event -> failure(event))
                .map(it -> it.getCause() == null ? it : it.getCause())
                .toList();
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @IsolatedMounts
    static class ClassTestCase {

        ClassTestCase() {
            RAN.add("constructor");
        }

        @BeforeAll
        static void beforeAll() {
            RAN.add("before all");
        }

        @BeforeEach
        void beforeEach() {
            RAN.add("before each");
        }

        @Test
        void test() {
            RAN.add("test");
        }

        @AfterEach
        void afterEach() {
            RAN.add("after each");
        }

        @AfterAll
        static void afterAll() {
            RAN.add("after all");
        }
    }

    @IsolatedMounts
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        PerClassTestCase() {
            RAN.add("constructor");
        }

        @BeforeAll
        void beforeAll() {
            RAN.add("before all");
        }

        @Test
        void test() {
            RAN.add("test");
        }
    }

    static class OuterTestCase {

        @Nested
        @IsolatedMounts
        class InnerTestCase {

            InnerTestCase() {
                RAN.add("constructor");
            }

            @Test
            void test() {
                RAN.add("test");
            }
        }
    }

    @IsolatedMounts
    static class TemplatesTestCase {

        @ParameterizedTest
        @MethodSource("values")
        void parameterized(int value) {
            RAN.add("parameterized " + value);
        }

        static Stream<Integer> values() {
            RAN.add("values");
            return Stream.of(1, 2);
        }

        @RepeatedTest(2)
        void repeated() {
            RAN.add("repeated");
        }
    }

    static class MethodTestCase {

        MethodTestCase() {
            RAN.add("constructor");
        }

        @BeforeEach
        void beforeEach() {
            RAN.add("before each");
        }

        @Test
        @IsolatedMounts
        void isolated() {
            RAN.add("isolated");
        }
    }

    static class FactoryMethodTestCase {

        @TestFactory
        @IsolatedMounts
        Stream<DynamicTest> isolated() {
            RAN.add("isolated");
            return Stream.of();
        }
    }

    @IsolatedMounts
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class ClassTemplateTestCase {

        ClassTemplateTestCase(int value) {
            RAN.add("constructor " + value);
        }

        @Test
        void test() {
            RAN.add("test");
        }
    }

    static class MixedTestCase {

        @Test
        @IsolatedMounts
        void isolated() {
            RAN.add("isolated");
        }

        @Test
        void plain() {
            RAN.add("plain");
        }
    }
}

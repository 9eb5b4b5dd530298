package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.fidelity.Differences.assertSame;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.it.fidelity.cases.AbortedBeforeAllTestCase;
import org.isolatedmounts.it.fidelity.cases.AbortedTestCase;
import org.isolatedmounts.it.fidelity.cases.AssertionsTestCase;
import org.isolatedmounts.it.fidelity.cases.BeforeAllTimeoutTestCase;
import org.isolatedmounts.it.fidelity.cases.CallbacksTestCase;
import org.isolatedmounts.it.fidelity.cases.CapturedTestCase;
import org.isolatedmounts.it.fidelity.cases.ClassTemplateTestCase;
import org.isolatedmounts.it.fidelity.cases.ConditionsTestCase;
import org.isolatedmounts.it.fidelity.cases.DeepTestCase;
import org.isolatedmounts.it.fidelity.cases.DisabledTestCase;
import org.isolatedmounts.it.fidelity.cases.EncodingsTestCase;
import org.isolatedmounts.it.fidelity.cases.FactoryTestCase;
import org.isolatedmounts.it.fidelity.cases.FailingAfterAllTestCase;
import org.isolatedmounts.it.fidelity.cases.FailingBeforeAllTestCase;
import org.isolatedmounts.it.fidelity.cases.FailingConstructorTestCase;
import org.isolatedmounts.it.fidelity.cases.FailingEachTestCase;
import org.isolatedmounts.it.fidelity.cases.HamcrestTestCase;
import org.isolatedmounts.it.fidelity.cases.InheritingTestCase;
import org.isolatedmounts.it.fidelity.cases.InjectionTestCase;
import org.isolatedmounts.it.fidelity.cases.InterleavedTestCase;
import org.isolatedmounts.it.fidelity.cases.LifecycleTestCase;
import org.isolatedmounts.it.fidelity.cases.LifecycleTimeoutsTestCase;
import org.isolatedmounts.it.fidelity.cases.MixedAbortedAfterAllTestCase;
import org.isolatedmounts.it.fidelity.cases.MixedTestCase;
import org.isolatedmounts.it.fidelity.cases.NamesTestCase;
import org.isolatedmounts.it.fidelity.cases.NestedTestCase;
import org.isolatedmounts.it.fidelity.cases.NothingBeginsTestCase;
import org.isolatedmounts.it.fidelity.cases.OddNamesTestCase;
import org.isolatedmounts.it.fidelity.cases.OnlyNestedTestCase;
import org.isolatedmounts.it.fidelity.cases.OutOfMemoryTestCase;
import org.isolatedmounts.it.fidelity.cases.OutputTestCase;
import org.isolatedmounts.it.fidelity.cases.OverridingTestCase;
import org.isolatedmounts.it.fidelity.cases.PerClassFailingConstructorTestCase;
import org.isolatedmounts.it.fidelity.cases.PerClassTestCase;
import org.isolatedmounts.it.fidelity.cases.RecordTestCase;
import org.isolatedmounts.it.fidelity.cases.RepeatedTestCase;
import org.isolatedmounts.it.fidelity.cases.ReportsTestCase;
import org.isolatedmounts.it.fidelity.cases.RootResourceTestCase;
import org.isolatedmounts.it.fidelity.cases.SkippedTestCase;
import org.isolatedmounts.it.fidelity.cases.SourcesTestCase;
import org.isolatedmounts.it.fidelity.cases.StaticInitialiserBeforeAllTestCase;
import org.isolatedmounts.it.fidelity.cases.StaticInitialiserNestedTestCase;
import org.isolatedmounts.it.fidelity.cases.StaticInitialiserTestCase;
import org.isolatedmounts.it.fidelity.cases.StrangersTestCase;
import org.isolatedmounts.it.fidelity.cases.SuiteOfIsolatedTestCase;
import org.isolatedmounts.it.fidelity.cases.SuiteOfSuitesTestCase;
import org.isolatedmounts.it.fidelity.cases.TempDirTestCase;
import org.isolatedmounts.it.fidelity.cases.TemplatesOfClassesTestCase;
import org.isolatedmounts.it.fidelity.cases.TemplatesTestCase;
import org.isolatedmounts.it.fidelity.cases.ThrowablesTestCase;
import org.isolatedmounts.it.fidelity.cases.ThrowingExtensionsTestCase;
import org.isolatedmounts.it.fidelity.cases.TimeoutTestCase;
import org.isolatedmounts.it.fidelity.cases.TimeoutsTestCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FidelityTests {

    /** Each class is executed once in each way, whatever is asked of the recording. */
    private static final Map<Class<?>, Recording> PLAIN = new HashMap<>();

    private static final Map<Class<?>, Recording> ISOLATED = new HashMap<>();

    /**
     * Classes, and how many of their tests end in which way: two runs that are equally empty prove nothing. In the
     * default tier each test of these is executed in a fork of its own; all others are, class by class, in one fork.
     */
    static Stream<Arguments> cases() {
        return Stream.of(
                arguments(LifecycleTestCase.class, "1 ok, 0 failed, 0 aborted, 0 skipped"),
                arguments(InjectionTestCase.class, "2 ok, 1 failed, 0 aborted, 0 skipped"),
                arguments(CallbacksTestCase.class, "2 ok, 1 failed, 0 aborted, 0 skipped"),
                arguments(SkippedTestCase.class, "1 ok, 1 failed, 0 aborted, 5 skipped"),
                arguments(
                        NothingBeginsTestCase.OnlyDisabled.class,
                        "0 ok, 0 failed, 0 aborted, 2 skipped, containers: 1 failed, 0 aborted"),
                arguments(
                        NothingBeginsTestCase.OfADisabledClass.class,
                        "0 ok, 0 failed, 0 aborted, 1 skipped, containers: 1 failed, 0 aborted"),
                arguments(
                        NothingBeginsTestCase.OfAClassThatFails.class,
                        "0 ok, 0 failed, 0 aborted, 0 skipped, containers: 2 failed, 0 aborted"),
                arguments(AbortedTestCase.class, "0 ok, 1 failed, 6 aborted, 0 skipped"),
                arguments(
                        FailingBeforeAllTestCase.class,
                        "0 ok, 0 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"),
                arguments(
                        FailingAfterAllTestCase.class,
                        "2 ok, 0 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"),
                arguments(FailingEachTestCase.class, "0 ok, 4 failed, 0 aborted, 0 skipped"),
                arguments(StaticInitialiserTestCase.class, "0 ok, 1 failed, 0 aborted, 0 skipped"),
                arguments(OutputTestCase.class, "1 ok, 0 failed, 0 aborted, 0 skipped"),
                arguments(ReportsTestCase.class, "1 ok, 0 failed, 0 aborted, 0 skipped"),
                arguments(
                        NestedTestCase.class, "2 ok, 1 failed, 0 aborted, 2 skipped, containers: 1 failed, 0 aborted"),
                arguments(NamesTestCase.class, "3 ok, 0 failed, 0 aborted, 0 skipped"),
                arguments(
                        FactoryTestCase.class, "5 ok, 2 failed, 1 aborted, 1 skipped, containers: 2 failed, 0 aborted"),
                arguments(ClassTemplateTestCase.class, "5 ok, 1 failed, 0 aborted, 0 skipped"),
                arguments(MixedTestCase.class, "4 ok, 1 failed, 0 aborted, 0 skipped"),
                arguments(
                        TempDirTestCase.class,
                        "3 ok, 3 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"));
    }

    static Stream<Arguments> moreCases() {
        return Stream.of(
                arguments(DisabledTestCase.class, "0 ok, 0 failed, 0 aborted, 1 skipped"),
                arguments(
                        AbortedBeforeAllTestCase.class,
                        "0 ok, 0 failed, 0 aborted, 0 skipped, containers: 0 failed, 1 aborted"),
                arguments(
                        MixedAbortedAfterAllTestCase.class,
                        "2 ok, 0 failed, 0 aborted, 0 skipped, containers: 0 failed, 1 aborted"),
                arguments(FailingConstructorTestCase.class, "0 ok, 2 failed, 0 aborted, 0 skipped"),
                arguments(
                        StaticInitialiserBeforeAllTestCase.class,
                        "0 ok, 0 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"),
                arguments(
                        OnlyNestedTestCase.class,
                        "2 ok, 0 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"),
                arguments(PerClassTestCase.class, "1 ok, 0 failed, 0 aborted, 0 skipped"),
                arguments(
                        PerClassFailingConstructorTestCase.class,
                        "0 ok, 0 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"),
                arguments(TimeoutTestCase.class, "1 ok, 2 failed, 0 aborted, 0 skipped"),
                arguments(
                        BeforeAllTimeoutTestCase.class,
                        "0 ok, 0 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"),
                arguments(InterleavedTestCase.class, "4 ok, 0 failed, 0 aborted, 0 skipped"),
                arguments(EncodingsTestCase.class, "2 ok, 0 failed, 0 aborted, 0 skipped"),
                arguments(CapturedTestCase.class, "6 ok, 0 failed, 0 aborted, 0 skipped"),
                arguments(InheritingTestCase.class, "1 ok, 2 failed, 0 aborted, 0 skipped"),
                arguments(DeepTestCase.class, "5 ok, 1 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"),
                arguments(RecordTestCase.class, "3 ok, 1 failed, 0 aborted, 0 skipped"),
                arguments(OverridingTestCase.class, "3 ok, 1 failed, 0 aborted, 1 skipped"),
                arguments(HamcrestTestCase.class, "1 ok, 2 failed, 0 aborted, 0 skipped"),
                arguments(StrangersTestCase.class, "0 ok, 6 failed, 1 aborted, 0 skipped"),
                arguments(
                        RootResourceTestCase.class,
                        "2 ok, 0 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"),
                arguments(
                        StaticInitialiserNestedTestCase.class,
                        "0 ok, 1 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"));
    }

    /** Classes of many tests that are much alike: a fork for each of them takes as long as for all of those above. */
    static Stream<Arguments> longCases() {
        return Stream.of(
                arguments(
                        RepeatedTestCase.class,
                        "10 ok, 5 failed, 0 aborted, 2 skipped, containers: 1 failed, 0 aborted"),
                arguments(TimeoutsTestCase.class, "2 ok, 6 failed, 0 aborted, 0 skipped"),
                arguments(
                        SuiteOfIsolatedTestCase.class,
                        "18 ok, 6 failed, 1 aborted, 3 skipped, containers: 3 failed, 0 aborted"),
                arguments(
                        TemplatesTestCase.class,
                        "9 ok, 1 failed, 0 aborted, 1 skipped, containers: 3 failed, 0 aborted"),
                arguments(
                        TemplatesOfClassesTestCase.class,
                        "17 ok, 4 failed, 0 aborted, 4 skipped, containers: 2 failed, 0 aborted"),
                arguments(ConditionsTestCase.class, "7 ok, 1 failed, 0 aborted, 11 skipped"),
                arguments(OddNamesTestCase.class, "14 ok, 0 failed, 0 aborted, 0 skipped"),
                arguments(AssertionsTestCase.class, "0 ok, 14 failed, 0 aborted, 0 skipped"),
                arguments(ThrowablesTestCase.class, "0 ok, 22 failed, 0 aborted, 0 skipped"),
                arguments(
                        SourcesTestCase.class,
                        "35 ok, 7 failed, 0 aborted, 0 skipped, containers: 3 failed, 0 aborted"),
                arguments(
                        ThrowingExtensionsTestCase.class,
                        "6 ok, 51 failed, 0 aborted, 15 skipped, containers: 3 failed, 0 aborted"));
    }

    static Stream<Arguments> longestCases() {
        return Stream.of(
                arguments(
                        LifecycleTimeoutsTestCase.class,
                        "0 ok, 2 failed, 0 aborted, 0 skipped, containers: 1 failed, 0 aborted"),
                arguments(
                        SuiteOfSuitesTestCase.class,
                        "51 ok, 10 failed, 1 aborted, 6 skipped, containers: 5 failed, 0 aborted"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsTheSameAsWithoutIsolation(Class<?> testClass, String summary) {
        assertThat(plain(testClass).summary()).isEqualTo(summary);
        assertSame(isolated(testClass), plain(testClass));
    }

    @ParameterizedTest
    @MethodSource({"moreCases", "longCases", "longestCases"})
    @Tag("full")
    void tellsTheSameOfMoreTestsAsWithoutIsolation(Class<?> testClass, String summary) {
        tellsTheSameAsWithoutIsolation(testClass, summary);
    }

    @ParameterizedTest
    @MethodSource({"cases", "longestCases"})
    @Tag("full")
    void tellsTheSameOfMoreTestsInOneForkPerClass(Class<?> testClass, String summary) {
        tellsTheSameInOneForkPerClass(testClass, summary);
    }

    @ParameterizedTest
    @MethodSource({"moreCases", "longCases"})
    void tellsTheSameInOneForkPerClass(Class<?> testClass, String summary) {
        assertThat(plain(testClass).summary()).isEqualTo(summary);
        assertSame(Launch.of(testClass).isolatedByClass(), plain(testClass));
    }

    @ParameterizedTest
    @ValueSource(classes = {OutputTestCase.class, LifecycleTestCase.class})
    void printsTheSameAsWithoutIsolation(Class<?> testClass) {
        assertThat(plain(testClass).output("out")).isNotEmpty();
        assertThat(isolated(testClass).output("out")).isEqualTo(plain(testClass).output("out"));
        assertThat(isolated(testClass).output("err")).isEqualTo(plain(testClass).output("err"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {OutputTestCase.class, CallbacksTestCase.class, FactoryTestCase.class, ClassTemplateTestCase.class
            })
    void printsWhatTestsPrintWhileTheyRun(Class<?> testClass) {
        assertThat(plain(testClass).outputDuringTests("out")).isNotEmpty();
        assertThat(isolated(testClass).outputDuringTests("out"))
                .isEqualTo(plain(testClass).outputDuringTests("out"));
        assertThat(isolated(testClass).outputDuringTests("err"))
                .isEqualTo(plain(testClass).outputDuringTests("err"));
    }

    @Test
    @Tag("full")
    void repetitionsPrintTheSameAsWithoutIsolation() {
        printsTheSameAsWithoutIsolation(RepeatedTestCase.class);
        printsWhatTestsPrintWhileTheyRun(RepeatedTestCase.class);
    }

    private static Recording plain(Class<?> testClass) {
        return PLAIN.computeIfAbsent(testClass, type -> Launch.of(type).plain());
    }

    private static Recording isolated(Class<?> testClass) {
        return ISOLATED.computeIfAbsent(testClass, type -> Launch.of(type).isolated());
    }

    /** Plain Jupiter gives up the whole run here. */
    @Test
    void anOutOfMemoryErrorFailsItsTestOnly() {
        Recording isolated = Launch.of(OutOfMemoryTestCase.class).isolated();

        assertThat(isolated.summary()).isEqualTo("1 ok, 1 failed, 0 aborted, 0 skipped");
        assertThat(isolated.end("outOfMemory")).startsWith("test failed").contains("java.lang.OutOfMemoryError");
        assertThat(isolated.end("next")).isEqualTo("test successful: ");
    }
}

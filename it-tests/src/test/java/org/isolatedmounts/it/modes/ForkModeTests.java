package org.isolatedmounts.it.modes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.fidelity.Recording;
import org.isolatedmounts.it.harness.InProcess;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Test;

class ForkModeTests {

    @Test
    void everyInvocationHasItsOwnFork() {
        Recording recording = Launch.of(InvocationsTestCase.class).isolated();

        assertThat(recording.summary()).as(recording.toString()).startsWith("3 ok, 0 failed");
        assertThat(who(recording)).containsExactly("a", "b", "c");
        assertThat(jvms(recording)).doesNotHaveDuplicates();
    }

    @Test
    void anInvocationThatEndsItsForkTakesNoOtherWithIt() {
        List<TestResult> results = InProcess.run(Map.of(), CrashingInvocationsTestCase.class);

        assertThat(results)
                .extracting(result -> result.name() + " " + result.outcome())
                .containsExactly("#1 FAILED", "#2 FAILED", "#3 SUCCESSFUL", "#4 FAILED", "#5 SUCCESSFUL");
        assertThat(results)
                .filteredOn(result -> !result.successful())
                .allSatisfy(result -> assertThat(result.message())
                        .startsWith("@IsolatedMounts: the forked JVM ended: exit status 7, before its tests"));
    }

    @Test
    void aRepetitionThatEndsItsForkIsAFailureOfTheThreshold() {
        List<TestResult> results = InProcess.run(Map.of(), CrashingRepetitionsTestCase.class);

        assertThat(results)
                .extracting(result -> result.name() + " " + result.outcome())
                .containsExactly(
                        "#1 SUCCESSFUL",
                        "#2 FAILED",
                        "#3 SKIPPED",
                        "#4 SKIPPED",
                        "#1 FAILED",
                        "#2 SKIPPED",
                        "#3 SKIPPED");
        assertThat(results)
                .filteredOn(result -> result.outcome().equals("SKIPPED"))
                .allSatisfy(result -> assertThat(result.message()).isEqualTo("Failure threshold [1] exceeded"));
    }

    @Test
    void allTestsOfAClassShareAFork() {
        Recording recording = Launch.of(SharedForkTestCase.class).isolated();

        assertThat(recording.summary()).as(recording.toString()).startsWith("4 ok, 0 failed");
        assertThat(who(recording)).containsExactly("before all", "a", "b1", "b2", "c");
        assertThat(jvms(recording).distinct()).hasSize(1);
    }

    @Test
    void aTestThatEndsTheForkOfItsClassFailsAndSoDoesTheClass() {
        List<TestResult> results = InProcess.run(Map.of(), CrashingClassTestCase.class);

        assertThat(results)
                .extracting(TestResult::name)
                .containsExactly("a()", "b()", CrashingClassTestCase.class.getName());
        assertThat(results.get(0).successful()).isTrue();
        assertThat(results.subList(1, 3))
                .allSatisfy(result -> assertThat(result.message())
                        .startsWith("@IsolatedMounts: the forked JVM ended: exit status 7, before its tests"));
        assertThat(results.get(2).message()).endsWith("Not run: c(), Inner > d()");
    }

    @Test
    void aClassTemplateWhoseForkDiesSaysWhatWasNotRun() {
        List<TestResult> results = InProcess.run(Map.of(), CrashingClassTemplateTestCase.class);

        assertThat(results.get(0))
                .satisfies(
                        a -> assertThat(a.name()).isEqualTo("a()"),
                        a -> assertThat(a.successful()).isTrue());
        assertThat(results.get(results.size() - 1).name()).isEqualTo(CrashingClassTemplateTestCase.class.getName());
        assertThat(results.get(results.size() - 1).message())
                .startsWith("@IsolatedMounts: the forked JVM ended: exit status 7, before its tests")
                .containsPattern("Not run: .*c\\(\\)");
    }

    @Test
    void whatCannotShareAForkFailsTheClass() {
        assertThat(InProcess.run(Map.of(), MisfitTestCase.class))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.name()).isEqualTo(MisfitTestCase.class.getName());
                    assertThat(result.message())
                            .startsWith("@TmpfsMount(at = \"/data\") on class "
                                    + MisfitTestCase.InnerTestCase.class.getName() + ": class "
                                    + MisfitTestCase.class.getName() + " shares one fork");
                });
    }

    @Test
    void everywhereIsolatesClassesWithoutAnnotation() {
        Recording recording = Launch.of(UnannotatedTestCase.class, ExemptTestCase.class)
                .with(request -> request.configurationParameter("isolatedmounts.everywhere", "*.it.modes.*"))
                .isolated();

        assertThat(recording.summary()).as(recording.toString()).startsWith("3 ok, 0 failed");
        assertThat(who(recording)).containsExactlyInAnyOrder("plain", "mounted", "exempt");
        assertThat(lines(recording).filter(line -> line.endsWith(ThisJvm.id())))
                .singleElement()
                .asString()
                .startsWith("exempt");
        assertThat(jvms(recording)).doesNotHaveDuplicates();
    }

    private static List<String> who(Recording recording) {
        return lines(recording)
                .map(line -> line.substring(0, line.indexOf(" in ")))
                .toList();
    }

    private static Stream<String> jvms(Recording recording) {
        return lines(recording).map(line -> line.substring(line.indexOf(" in ")));
    }

    private static Stream<String> lines(Recording recording) {
        return recording.output("out").lines();
    }
}

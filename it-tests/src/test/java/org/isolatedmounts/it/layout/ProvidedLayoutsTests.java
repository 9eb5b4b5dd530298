package org.isolatedmounts.it.layout;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.InProcess.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.it.harness.TestResult;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidedLayoutsTests {

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void areMadeOnceInANamespaceOfTheirOwn(String parallel, @TempDir Path directory) throws IOException {
        Path notes = directory.resolve("notes");

        List<TestResult> results = run(
                Map.of(
                        ProvidedTestCase.NOTES,
                        notes.toString(),
                        "junit.jupiter.execution.parallel.enabled",
                        parallel,
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent"),
                ProvidedTestCase.class);

        assertThat(results)
                .allSatisfy(result -> assertThat(result.successful())
                        .as("%s: %s", result.name(), result.stackTrace())
                        .isTrue())
                .hasSize(4);
        assertThat(System.getProperty(ProvidedTestCase.PROPERTY)).isNull();
        String ofHost = Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString();
        assertThat(Files.readAllLines(notes))
                .singleElement()
                .asString()
                .startsWith("mnt:[")
                .isNotEqualTo(ofHost);
    }

    @Test
    void whatAProviderDoesWrongItsTestsAreTold() {
        Map<String, TestResult> results = run(Map.of(), ProvidedTestCase.FailingTestCase.class).stream()
                .collect(toMap(TestResult::name, result -> result));

        String of = " on method " + ProvidedTestCase.FailingTestCase.class.getName() + ".";
        String provider = ProvidedTestCase.class.getName() + "$";
        assertThat(message(results, "throwing()"))
                .isEqualTo("@LayoutSource(Throwing.class)" + of + "throwing(): layout provider " + provider
                        + "Throwing has thrown java.lang.IllegalStateException: no layout today");
        assertThat(results.get("throwing()").stackTrace())
                .contains("Caused by: java.lang.IllegalStateException", "ProvidedTestCase.java:");
        assertThat(message(results, "nothing()"))
                .endsWith("Null must return a layout, but has returned null; return Layout.host() for none");
        assertThat(message(results, "exiting()"))
                .startsWith("@LayoutSource(Exiting.class)" + of)
                .contains("layout provider " + provider + "Exiting has not answered: ", "3");
        assertThat(message(results, "unready()")).contains("nothing to lay");
        assertThat(results.get("unready()").outcome()).isEqualTo("ABORTED");
        assertThat(message(results, "forging()"))
                .contains("Forging must return a layout as MountSpec makes it, but has returned something else (");
        assertThat(message(results, "large()"))
                .contains("Large has thrown java.lang.IllegalStateException: the layout takes 20");
        assertThat(message(results, "uninitialised()")).contains("java.lang.ExceptionInInitializerError");
    }

    @Test
    void allTestsOfAClassFailWithOneText() {
        List<TestResult> results = run(Map.of(), ProvidedTestCase.AllFailingTestCase.class);

        assertThat(results)
                .hasSize(2)
                .extracting(TestResult::message)
                .containsOnly(results.get(0).message());
        assertThat(results.get(0).message()).contains("no layout today");
    }

    @Test
    @Timeout(60)
    void aProviderThatHangsEnds() {
        List<TestResult> results = run(Map.of("isolatedmounts.timeout", "3s"), ProvidedTestCase.HangingTestCase.class);

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.message())
                        .contains("Hanging has not answered: ", "3 s", "isolatedmounts.timeout"));
    }

    @Test
    void aThousandMountsAreLaidAndReportedInShort() {
        Map<String, TestResult> results =
                run(Map.of(), ManyMountsTestCase.class).stream().collect(toMap(TestResult::name, result -> result));

        TestResult there = Objects.requireNonNull(results.get("areAllThere()"));
        assertThat(there.successful()).as(there.stackTrace()).isTrue();
        assertThat(Objects.requireNonNull(results.get("fails()"))
                        .suppressed()
                        .lines()
                        .count())
                .isBetween(10L, 60L);
    }

    @Test
    void aParameterGivesAllTestsALayout() {
        List<TestResult> results = run(
                Map.of("isolatedmounts.layout", ProvidedTestCase.ReadOnlyEtc.class.getName()), DefaultTestCase.class);

        assertThat(results)
                .singleElement()
                .satisfies(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
    }

    @IsolatedMounts
    static class DefaultTestCase {

        @Test
        void cannotWrite() throws IOException {
            assertThat(MountTable.ofSelf().at("/etc"))
                    .hasValueSatisfying(mount -> assertThat(mount.isReadOnly()).isTrue());
        }
    }

    private static String message(Map<String, TestResult> results, String name) {
        return String.valueOf(results.get(name).message());
    }
}

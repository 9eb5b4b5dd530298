package org.isolatedmounts.it.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.fidelity.Recording;
import org.isolatedmounts.it.fidelity.cases.ClassTemplateTestCase;
import org.isolatedmounts.it.fidelity.cases.FactoryTestCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTests {

    private static final String CONFIG = "junit.jupiter.execution.parallel.config.";

    @TempDir
    Path directory;

    @BeforeEach
    void nameTheBarrier() {
        System.setProperty(FileBarrier.PROPERTY, directory.toString());
    }

    @AfterEach
    void forgetTheBarrier() {
        System.clearProperty(FileBarrier.PROPERTY);
    }

    @Test
    void classesMeet() throws Exception {
        Recording recording = meet(FirstTestCase.class, SecondTestCase.class);

        assertThat(recording.output("out")).contains("the first has met the second", "the second has met the first");
    }

    @Test
    void methodsMeet() throws Exception {
        meet(MeetingMethodsTestCase.class);
    }

    @Test
    void invocationsMeet() throws Exception {
        Recording recording = inParallel(MeetingInvocationsTestCase.class);

        assertThat(recording.summary()).as(recording.toString()).startsWith("3 ok, 0 failed");
    }

    /** Their events come from one fork, one after another. */
    @Test
    void dynamicTestsAreReplayedInOrder() {
        Recording recording = inParallel(FactoryTestCase.class, ClassTemplateTestCase.class);

        assertThat(recording.summary())
                .as(recording.toString())
                .isEqualTo("10 ok, 3 failed, 1 aborted, 1 skipped, containers: 2 failed, 0 aborted");
    }

    @Test
    void methodsMeetWhereTheProcessorsDecideHowManyThereAre() throws Exception {
        double factor = 2.0 / Runtime.getRuntime().availableProcessors();

        assertMet(inParallel(
                Map.of(CONFIG + "strategy", "dynamic", CONFIG + "dynamic.factor", Double.toString(factor)),
                MeetingMethodsTestCase.class));
    }

    /** With twice as many threads as forks. */
    @Test
    void locksAreHeldWhileForksRunAndThereAreNoMoreForksThanConfigured() {
        Recording recording = inParallel(
                fixed(4),
                Locked.Writers.class,
                Locked.WriterOfAClass.class,
                Locked.Alone.class,
                Locked.OneByOne.class,
                Locked.Company.class);

        assertThat(recording.summary()).as(recording.toString()).isEqualTo("11 ok, 0 failed, 0 aborted, 0 skipped");
    }

    /** The fork of a class's first test is started when the class begins, before anything of the test may run. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                LateLocks.OfMethod.class,
                LateLocks.WithoutAnnotation.class,
                LateLocks.OfMethodWithOneInstance.class,
                LateLocks.OfTemplate.class,
                LateLocks.OfNestedClass.class,
                LateLocks.OfNestedClassWithOneFork.class
            })
    void noCodeRunsWhoseLockIsHeldByAnother(Class<?> needingTheLock) {
        Map<String, String> parameters = new HashMap<>(fixed(2));
        parameters.put("isolatedmounts.everywhere", LateLocks.WithoutAnnotation.class.getName());

        Recording recording = inParallel(parameters, LateLocks.Holder.class, needingTheLock);

        assertThat(recording.summary())
                .as(recording.toString())
                .contains(" 0 failed, 0 aborted, 0 skipped")
                .doesNotContain("containers");
    }

    @Test
    void readersMeet() throws Exception {
        meet(Locked.Readers.class);
    }

    private Recording meet(Class<?>... classes) throws Exception {
        return assertMet(inParallel(classes));
    }

    private Recording assertMet(Recording recording) throws Exception {
        assertThat(recording.summary()).as(recording.toString()).isEqualTo("2 ok, 0 failed, 0 aborted, 0 skipped");
        List<String> namespaces =
                List.of(Files.readString(directory.resolve("first")), Files.readString(directory.resolve("second")));
        assertThat(namespaces).doesNotHaveDuplicates().doesNotContain(Launch.hostNamespace());
        return recording;
    }

    private static Recording inParallel(Class<?>... classes) {
        return inParallel(fixed(2), classes);
    }

    private static Recording inParallel(Map<String, String> strategy, Class<?>... classes) {
        return Launch.of(classes)
                .with(request -> request.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                        .configurationParameters(strategy)
                        .configurationParameter("isolatedmounts.forks", "2"))
                .isolated();
    }

    private static Map<String, String> fixed(int parallelism) {
        return Map.of(CONFIG + "strategy", "fixed", CONFIG + "fixed.parallelism", Integer.toString(parallelism));
    }
}

package org.isolatedmounts.it.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.fidelity.Recording;
import org.isolatedmounts.it.fidelity.cases.ClassTemplateTestCase;
import org.isolatedmounts.it.fidelity.cases.FactoryTestCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelTests {

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

    private Recording meet(Class<?>... classes) throws Exception {
        Recording recording = inParallel(classes);
        assertThat(recording.summary()).as(recording.toString()).isEqualTo("2 ok, 0 failed, 0 aborted, 0 skipped");
        List<String> namespaces =
                List.of(Files.readString(directory.resolve("first")), Files.readString(directory.resolve("second")));
        assertThat(namespaces).doesNotHaveDuplicates().doesNotContain(Launch.hostNamespace());
        return recording;
    }

    private static Recording inParallel(Class<?>... classes) {
        return Launch.of(classes)
                .with(request -> request.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                        .configurationParameter("isolatedmounts.forks", "2"))
                .isolated();
    }
}

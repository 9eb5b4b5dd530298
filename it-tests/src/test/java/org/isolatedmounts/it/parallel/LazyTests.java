package org.isolatedmounts.it.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class LazyTests {

    /** A test that is made too early, or told too late, waits for what never comes, and fails. */
    @ParameterizedTest
    @ValueSource(strings = {"per-test", "per-class"})
    void testsAreToldAsTheyComeUp(String mode, @TempDir Path directory) {
        Barriers barriers = new Barriers(directory);
        System.setProperty(FileBarrier.PROPERTY, directory.toString());
        try {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(LazyTestCase.class))
                                    .configurationParameter("isolatedmounts.fork", mode)
                                    .build(),
                            barriers);
        } finally {
            System.clearProperty(FileBarrier.PROPERTY);
        }

        assertThat(barriers.failures).isEmpty();
        assertThat(barriers.finished)
                .containsExactlyInAnyOrder("first", "inner", "inmost", "last", "one", "two", "three");
    }

    /** Leaves a file for each test that has finished. */
    private record Barriers(Path directory, List<String> finished, List<Throwable> failures)
            implements TestExecutionListener {

        Barriers(Path directory) {
            this(directory, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(failures::add);
            if (test.isTest()) {
                finished.add(test.getDisplayName());
                try {
                    Files.createFile(directory.resolve(test.getDisplayName()));
                } catch (IOException e) {
                    failures.add(e);
                }
            }
        }
    }
}

package org.isolatedmounts.it.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isolatedmounts.internal.report.MountsAtFailure;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What failed, or was aborted, when a class was executed, and which files were published for it, by display name. */
record Failures(Map<String, Throwable> throwables, Map<String, List<Path>> files) {

    static Failures of(Class<?> testClass, Path outputDirectory) {
        Failures failures = new Failures(new TreeMap<>(), new TreeMap<>());
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .configurationParameter(
                                        "junit.platform.reporting.output.dir", outputDirectory.toString())
                                .build(),
                        failures.new Listener());
        return failures;
    }

    /** The one display name that begins so. */
    String name(String beginning) {
        return throwables.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** The one report that a failure carries, line by line. */
    List<String> report(String displayName) {
        return reports(displayName).stream()
                .reduce((first, second) -> {
                    throw new AssertionError("two reports: " + first + second);
                })
                .orElseThrow(() -> new AssertionError("no report on " + displayName + " in " + throwables));
    }

    List<List<String>> reports(String displayName) {
        assertThat(throwables).containsKey(displayName);
        return Stream.of(throwables.get(displayName).getSuppressed())
                .filter(MountsAtFailure.class::isInstance)
                .map(report -> report.toString().lines().toList())
                .toList();
    }

    /** The line on one declared mount. */
    String mount(String displayName, String mountPoint) {
        return report(displayName).stream()
                .filter(line -> line.startsWith("      " + mountPoint + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(mountPoint + " is not in " + report(displayName)));
    }

    /** The only file that was published. */
    String file(String displayName) throws IOException {
        assertThat(files.get(displayName)).as(files.toString()).hasSize(1);
        return Files.readString(files.get(displayName).get(0));
    }

    private final class Listener implements TestExecutionListener {

        @Override
        public void fileEntryPublished(TestIdentifier test, FileEntry file) {
            files.computeIfAbsent(test.getDisplayName(), name -> new ArrayList<>())
                    .add(file.getPath());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(throwable -> throwables.put(test.getDisplayName(), throwable));
        }
    }
}

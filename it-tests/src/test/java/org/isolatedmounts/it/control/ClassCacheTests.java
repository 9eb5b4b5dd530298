package org.isolatedmounts.it.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one run keeps of the classes of its forks for the next. */
class ClassCacheTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void theFirstForkOfALaterRunHasTheClassesOfAnEarlierOne() throws Exception {
        Path cache = directory.resolve("cache");
        try (HostJvm first = host(cache)) {
            assertThat(failures(first)).anyMatch(failure -> failure.contains("no archive"));
            awaitArchive(cache);
        }
        try (HostJvm later = host(cache)) {
            assertThat(failures(later)).isEmpty();
        }
        assertThat(files(cache)).hasSize(1);
    }

    @Test
    @Tag("full")
    void aBrokenOneIsReplaced() throws Exception {
        Path cache = directory.resolve("cache");
        try (HostJvm first = host(cache)) {
            failures(first);
            awaitArchive(cache);
        }
        Files.writeString(files(cache).get(0), "not an archive");
        try (HostJvm mending = host(cache)) {
            assertThat(failures(mending)).isNotEmpty().allMatch(failure -> failure.contains("no archive"));
            awaitArchive(cache);
        }
        try (HostJvm last = host(cache)) {
            assertThat(failures(last)).isEmpty();
        }
    }

    @Test
    @Tag("full")
    void aDirectoryThatCannotBeMadeIsOneWarning() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        try (HostJvm host = host(file.resolve("cache"))) {
            assertThat(failures(host)).isNotEmpty().allMatch(failure -> failure.contains("no archive"));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!host.errors().contains("WARNING: isolatedmounts.cache: later runs will not find the classes")) {
                assertThat(System.nanoTime()).as(host.errors()).isLessThan(deadline);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            assertThat(host.errors())
                    .contains(file.resolve("cache") + ": Not a directory")
                    .containsOnlyOnce("isolatedmounts.cache");
        }
    }

    private static HostJvm host(Path cache) throws IOException {
        return HostJvm.start(List.of(), Map.of("isolatedmounts.cache", cache.toString()));
    }

    private static List<String> failures(HostJvm host) throws InterruptedException {
        return host.run(PATIENCE, CachedTestCase.class).stream()
                .filter(result -> !result.successful())
                .map(TestResult::toString)
                .toList();
    }

    private static void awaitArchive(Path cache) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (files(cache).stream().noneMatch(ClassCacheTests::isWhole)) {
            assertThat(System.nanoTime()).as("%s is made", cache).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static boolean isWhole(Path file) {
        try {
            return file.toString().endsWith(".jsa") && Files.size(file) > 1 << 20;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> files(Path cache) throws IOException {
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }
}

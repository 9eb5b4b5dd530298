package org.isolatedmounts.it.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever tests do, and whatever schedules them: the run ends, tells the same as without isolation, and nothing is left.
 *
 * <p>{@code -Dstorm.seed=…} repeats storms, several with commas between them, of the full tier.
 */
class StormTests {

    /** As many at once as the smallest machine of a CI has processors. */
    private static final int LANES = 2;

    private static final int STORMS = Integer.getInteger("storm.storms", 100);

    @TempDir
    Path directory;

    @Test
    void smallStormsOfEveryVersionAndExecutor(TestReporter reporter) throws Exception {
        weather(
                Stream.of(
                        Storm.small(1, "1.12.2", Storm.NO_EXECUTOR),
                        Storm.small(2, "1.14.4", Storm.NO_EXECUTOR),
                        Storm.small(3, "6.0.3", Storm.NO_EXECUTOR),
                        Storm.small(4, "6.1.3", Storm.FORK_JOIN_POOL),
                        Storm.small(5, "6.1.3", Storm.WORKER_THREAD_POOL)),
                reporter);
    }

    @Test
    @Tag("full")
    void stormsOfAllKinds(TestReporter reporter) throws Exception {
        String given = System.getProperty("storm.seed", "");
        LongStream seeds = given.isEmpty()
                ? new Random().longs(STORMS, 0, 1_000_000_000)
                : Stream.of(given.split(",", -1)).mapToLong(Long::parseLong);
        weather(seeds.mapToObj(Storm::of), reporter);
    }

    private void weather(Stream<Storm> storms, TestReporter reporter) throws Exception {
        List<String> failures = new ArrayList<>();
        ExecutorService executor = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<String>> ends =
                    executor.invokeAll(storms.map(this::storm).toList());
            for (Future<String> end : ends) {
                reporter.publishEntry("storm", end.get().lines().findFirst().orElseThrow());
                if (end.get().contains("\n")) {
                    failures.add(end.get());
                }
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(failures).isEmpty();
    }

    /** A line that says what it was and how it went, and more lines where it did not go well. */
    private Callable<String> storm(Storm storm) {
        return () -> {
            long start = System.nanoTime();
            String end = weather(storm);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            String line = storm + (end.startsWith("\n") ? " FAILED" : "") + " in " + time.toMillis() + " ms";
            return end.startsWith("\n") ? line + end : line + ", " + end;
        };
    }

    private String weather(Storm storm) throws Exception {
        try {
            long start = System.nanoTime();
            Tale plain = StormJvm.runPlain(storm);
            Storm fitted = storm.onMachine(Duration.ofNanos(System.nanoTime() - start));
            Casting casting = Casting.of(fitted, plain);
            Path script = Files.createTempFile(directory, "script-", "");
            casting.write(script);
            Tale isolated = StormJvm.runIsolated(fitted, script);
            List<String> differences = new Comparison(fitted, casting, plain, isolated).differences();
            return differences.isEmpty()
                    ? plain.outcomes().size() + " ends compared, "
                            + casting.deeds().values()
                    : "\n" + casting + "\n" + String.join("\n", differences);
        } catch (AssertionError e) {
            return "\n" + e.getMessage();
        }
    }
}

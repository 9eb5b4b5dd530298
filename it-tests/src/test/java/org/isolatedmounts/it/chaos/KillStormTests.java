package org.isolatedmounts.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.Stacks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Kills and stops at random moments of parallel runs: each run ends, and nothing of it remains.
 *
 * <p>{@code -Dit.seed=…} repeats the choices of an earlier run as far as the machine plays along, {@code -Dit.kills=…}
 * and {@code -Dit.stops=…} set how many signals there are in the full tier.
 */
class KillStormTests {

    private static final long SEED = Long.getLong("it.seed", System.nanoTime());
    private static final int KILLS = Integer.getInteger("it.kills", 2000);
    private static final int STOPS = Integer.getInteger("it.stops", 200);

    /** A stopped process is waited for, which takes no processor. */
    private static final int LANES = 4;

    private static final Map<String, String> PARALLEL = Map.of(
            "isolatedmounts.timeout", "5s",
            "isolatedmounts.forks", "3",
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    @Test
    void aFewSignals(TestReporter reporter) throws Exception {
        storm(new Hits(10, 1), 1, reporter);
    }

    @Test
    @Tag("full")
    void thousandsOfSignals(TestReporter reporter) throws Exception {
        storm(new Hits(KILLS, STOPS), LANES, reporter);
    }

    private static void storm(Hits hits, int lanes, TestReporter reporter) throws Exception {
        reporter.publishEntry("it.seed", Long.toString(SEED));
        long start = System.nanoTime();
        List<String> failures = new ArrayList<>();
        int runs = 0;
        ExecutorService executor = Executors.newFixedThreadPool(lanes);
        try {
            List<Callable<Lane>> all = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                all.add(new Lane(hits, new Random(SEED + i))::run);
            }
            for (Future<Lane> lane : executor.invokeAll(all)) {
                failures.addAll(lane.get().failures);
                runs += lane.get().runs;
            }
        } finally {
            executor.shutdownNow();
        }
        reporter.publishEntry(
                "hits", hits + " in " + runs + " runs and " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        assertThat(failures).as("seed %d", SEED).isEmpty();
    }

    /** Runs one after the other, in the same host JVM as long as that lives. */
    private static final class Lane {

        /** Each may have taken the time of its bound. */
        private static final int MOST_FAILURES = 5;

        private final Hits hits;
        private final Random random;
        private final List<String> failures = new ArrayList<>();
        private int runs;
        private HostJvm host;

        Lane(Hits hits, Random random) {
            this.hits = hits;
            this.random = random;
        }

        Lane run() throws IOException, InterruptedException {
            try {
                while (!hits.isDone() && failures.size() < MOST_FAILURES) {
                    if (host == null || !host.process().isAlive()) {
                        closeHost();
                        host = HostJvm.start(List.of(), PARALLEL);
                    }
                    KillStormRun run = new KillStormRun(host, hits, random);
                    runs++;
                    try {
                        run.play();
                    } catch (AssertionError e) {
                        failures.add("run " + runs + ", " + run + ": " + e.getMessage());
                        Stacks.kill(host);
                        closeHost();
                    }
                }
            } finally {
                closeHost();
            }
            return this;
        }

        private void closeHost() throws IOException {
            if (host != null) {
                host.close();
                host = null;
            }
        }
    }
}

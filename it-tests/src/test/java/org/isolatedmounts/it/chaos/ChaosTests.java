package org.isolatedmounts.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.isolatedmounts.it.harness.HostJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever is killed, and whenever: the death is told, the next test runs, and nothing of ours remains.
 *
 * <p>{@code -Dit.seed=…} repeats the delays of an earlier run, {@code -Dit.rounds=…} sets
 * how many rounds each victim gets; without the full tier, until one of them was a hit.
 */
class ChaosTests {

    private static final long SEED = Long.getLong("it.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("it.rounds", 24);

    /** As many at once as the smallest machine of a CI has processors. */
    private static final int LANES = 2;

    @BeforeAll
    static void logSeed(TestReporter reporter) {
        reporter.publishEntry("it.seed", Long.toString(SEED));
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    void aKillIsToldAndLeavesNothing(Victim victim, TestReporter reporter) throws IOException, InterruptedException {
        Lane lane = new Lane(victim, random(victim, 0), 1, ROUNDS, 1).run();
        reporter.publishEntry(victim.name(), lane.endings.toString());

        assertThat(lane.failures).as("seed %d", SEED).isEmpty();
        // or these rounds have shown nothing
        assertThat(lane.endings).as("seed %d", SEED).contains(meant(victim));
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    @Tag("full")
    @Tag("serial")
    void manyKillsAreToldAndLeaveNothing(Victim victim, TestReporter reporter)
            throws InterruptedException, ExecutionException {
        // of a test that goes on to its end there is less to see, and it takes longer
        int rounds = (victim.isOfTest() ? ROUNDS * 2 / 3 : ROUNDS) / LANES;
        // a kill comes at any moment, also before or after what it is meant for
        int enough = rounds / 4;
        Map<Object, Integer> endings = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        ExecutorService executor = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<Lane>> lanes = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                Lane lane = new Lane(victim, random(victim, i), rounds, 4 * rounds, enough);
                lanes.add(executor.submit(lane::run));
            }
            for (Future<Lane> lane : lanes) {
                lane.get().endings.forEach(ending -> endings.merge(ending, 1, Integer::sum));
                failures.addAll(lane.get().failures);
            }
        } finally {
            executor.shutdownNow();
        }
        reporter.publishEntry(victim.name(), endings.toString());

        assertThat(failures).as("seed %d", SEED).isEmpty();
        // or these rounds have shown nothing
        assertThat(endings.getOrDefault(meant(victim), 0))
                .as("rounds that ended as they were meant to, of %s", endings)
                .isGreaterThanOrEqualTo(LANES * enough);
    }

    private static Random random(Victim victim, int lane) {
        return new Random(SEED ^ (victim.name() + lane).hashCode());
    }

    private static Round.Ending meant(Victim victim) {
        return victim.isOfSupervisor() || victim.isOfFork() ? Round.Ending.DEATH_REPORTED : Round.Ending.ORDINARY;
    }

    /** Rounds one after the other, in the same host JVM as long as that lives, until enough of them ended as they were meant to. */
    private static final class Lane {

        private final Victim victim;
        private final Random random;
        private final int least;
        private final int most;
        private final int enough;
        private final List<Round.Ending> endings = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private HostJvm host;
        private double slowness;

        Lane(Victim victim, Random random, int least, int most, int enough) {
            this.victim = victim;
            this.random = random;
            this.least = least;
            this.most = most;
            this.enough = enough;
        }

        Lane run() throws IOException, InterruptedException {
            try {
                for (int i = 0; i < most && (i < least || !hasEnough()); i++) {
                    if (host == null || !host.process().isAlive()) {
                        closeHost();
                        host = HostJvm.start(List.of(), Map.of());
                        slowness = slowness > 0 ? slowness : Round.slowness(host);
                    }
                    play(i);
                }
            } finally {
                closeHost();
            }
            return this;
        }

        private boolean hasEnough() {
            return Collections.frequency(endings, meant(victim)) >= enough;
        }

        private void play(int number) throws IOException, InterruptedException {
            Round round = new Round(host, victim, random, slowness);
            try {
                endings.add(round.play());
            } catch (AssertionError e) {
                failures.add("round " + number + ", " + round + ": " + e.getMessage());
                closeHost();
            }
        }

        private void closeHost() throws IOException {
            if (host != null) {
                host.close();
                host = null;
            }
        }
    }
}

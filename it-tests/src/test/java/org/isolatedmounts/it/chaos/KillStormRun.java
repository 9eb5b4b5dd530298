package org.isolatedmounts.it.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.HostState;
import org.isolatedmounts.it.harness.Processes;
import org.isolatedmounts.it.harness.Processes.OneProcess;
import org.isolatedmounts.it.harness.Stacks;
import org.isolatedmounts.it.harness.TestResult;

/** A parallel run in a host JVM, during which random processes of ours get signals, and a look at what remains. */
final class KillStormRun {

    /** A supervisor that is stopped is given up after some 15 s; then come a new one and the tests that are left. */
    private static final Duration BOUND = Duration.ofSeconds(90);

    private static final Duration CLEAN = Duration.ofSeconds(20);
    private static final List<Victim> VICTIMS = List.of(Victim.values());
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LOOK_MILLIS = 15;
    private static final int MOST_PAUSE_MILLIS = 250;

    private final HostJvm host;
    private final Hits hits;
    private final Random random;
    private final List<String> signals = new ArrayList<>();
    private final List<Long> stopped = new ArrayList<>();

    KillStormRun(HostJvm host, Hits hits, Random random) {
        this.host = host;
        this.hits = hits;
        this.random = random;
    }

    void play() throws IOException, InterruptedException {
        HostState state = HostState.capture(host);
        long start = System.nanoTime();
        host.begin(KilledTestCases.all());
        while (!host.hasAnswered()) {
            if (System.nanoTime() - start > BOUND.toNanos()) {
                String stacks = Stacks.of(host, Path.of(System.getProperty("java.home")));
                Stacks.kill(host);
                throw new AssertionError("not ended after " + BOUND + "\n" + stacks);
            }
            if (hits.isDone()) {
                state.observe();
                pause(LOOK_MILLIS);
            } else {
                hitOne(VICTIMS.get(random.nextInt(VICTIMS.size())), state, start);
            }
        }
        if (isHostKilled()) {
            if (!host.process().waitFor(5, TimeUnit.SECONDS)) {
                throw new AssertionError("the killed host JVM still lives");
            }
            // whoever stops a process has to let it go on to its end: who would have killed it is dead
            for (long pid : stopped) {
                send("CONT", pid);
            }
        } else {
            check(host.awaitResults(Duration.ofSeconds(1)));
            host.closeSession(CLEAN);
        }
        state.awaitNothingLeft(CLEAN);
    }

    private boolean isHostKilled() {
        return signals.stream().anyMatch(signal -> signal.startsWith("KILL " + Victim.HOST_JVM));
    }

    /** Waits until there is such a process, waits for a moment of its life, and sends the signal. */
    private void hitOne(Victim victim, HostState state, long start) throws IOException, InterruptedException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (living(victim, state).isEmpty() && !host.hasAnswered() && System.nanoTime() < patience) {
            pause(LOOK_MILLIS);
        }
        // the first milliseconds are the most intricate
        pause(random.nextInt(random.nextBoolean() ? 30 : Math.min(victim.lifetime, MOST_PAUSE_MILLIS)));
        List<OneProcess> found = living(victim, state);
        // of the host JVM alone there is nothing to see
        if (found.isEmpty()
                || Processes.look().descendants(host.process().pid()).isEmpty()) {
            return;
        }
        long pid = found.get(random.nextInt(found.size())).pid();
        boolean stop = hits.isStopNext();
        if (!send(stop ? "STOP" : "KILL", pid)) {
            return;
        }
        signals.add((stop ? "STOP " : "KILL ") + victim + " " + pid + " after "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
        if (!stop) {
            hits.killed(victim);
            return;
        }
        hits.stopped(victim);
        stopped.add(pid);
        if (victim == Victim.HOST_JVM) {
            // nobody else could: it is the one who watches
            pause(random.nextInt(1000));
            boolean kill = random.nextBoolean();
            send(kill ? "KILL" : "CONT", pid);
            signals.add((kill ? "KILL " : "CONT ") + victim);
        }
    }

    private List<OneProcess> living(Victim victim, HostState state) throws IOException {
        return victim.findAll(state.observe(), host.process().pid());
    }

    private static boolean send(String signal, long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Every test is told, as a success or as an end that is ours to tell; of the tests of a dead fork there may be fewer. */
    private static void check(List<TestResult> results) {
        for (TestResult result : results) {
            boolean ours = result.throwable().startsWith("org.isolatedmounts.internal.launch.");
            // what was killed was a process that the test was about to start
            boolean ofTest = result.message().startsWith("Cannot run program \"");
            if (!result.successful() && !ours && !ofTest) {
                throw new AssertionError("neither a success nor a death as it should be told: " + result);
            }
        }
        long told = results.stream().filter(TestResult::isTest).count();
        boolean allLived = results.stream().allMatch(TestResult::successful);
        if (told > KilledTestCases.TESTS || (allLived && told < KilledTestCases.TESTS)) {
            throw new AssertionError(KilledTestCases.TESTS + " tests were expected: " + results);
        }
    }

    @Override
    public String toString() {
        return signals.toString();
    }
}

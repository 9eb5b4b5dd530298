package org.isolatedmounts.it.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.HostState;
import org.isolatedmounts.it.harness.Processes;
import org.isolatedmounts.it.harness.Processes.OneProcess;
import org.isolatedmounts.it.harness.TestResult;

/** One test in a host JVM, one kill at a random moment, one test after it, and a look at what remains. */
final class Round {

    /** Where a supervisor was killed while it started, the test may begin anew with another; on a busy machine, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration CLEAN = Duration.ofSeconds(20);

    /** How many milliseconds a host JVM takes for its first test, roughly. */
    private static final int WHOLE = 1800;

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final HostJvm host;
    private final Victim victim;
    private final boolean sinceStart;
    private final long delayNanos;

    /** What became of a round that went well. */
    enum Ending {
        MISSED,
        DEATH_REPORTED,
        ORDINARY
    }

    /** @param slowness how many times as long as on the machine of the constants a test takes at the moment */
    Round(HostJvm host, Victim victim, Random random, double slowness) {
        this.host = host;
        this.victim = victim;
        // mostly within the life of the victim, sometimes anywhere: before the supervisor exists, after the end
        this.sinceStart = random.nextInt(4) == 0;
        // the first milliseconds are the most intricate
        int life = random.nextInt(3) == 0 ? Math.min(30, victim.lifetime) : victim.lifetime;
        double most = slowness * (sinceStart ? WHOLE : life);
        this.delayNanos = (long) (random.nextDouble() * most * TimeUnit.MILLISECONDS.toNanos(1));
    }

    /** How slow this machine is just now; other work may run beside these tests. */
    static double slowness(HostJvm host) throws IOException, InterruptedException {
        long start = System.nanoTime();
        host.run(PATIENCE, VictimTestCase.class);
        host.closeSession(CLEAN);
        return Math.max(1, (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(WHOLE));
    }

    @Override
    public String toString() {
        return "SIGKILL to " + victim + " " + delayNanos / 1000 + " µs after "
                + (sinceStart ? "the start" : "it appeared");
    }

    Ending play() throws IOException, InterruptedException {
        HostState state = HostState.capture(host);
        host.begin(VictimTestCase.class);
        Ending ending = kill(state);
        if (victim == Victim.HOST_JVM && ending != Ending.MISSED) {
            check(host.process().waitFor(CLEAN.toSeconds(), TimeUnit.SECONDS), "the killed host JVM still lives");
        } else {
            ending = survive(ending, state);
        }
        state.awaitNothingLeft(CLEAN);
        return ending;
    }

    private Ending survive(Ending killed, HostState state) throws IOException, InterruptedException {
        boolean hit = killed != Ending.MISSED;
        List<TestResult> results = host.awaitResults(PATIENCE);
        check(results.size() == 1, "one result was expected: " + results);
        boolean died = isDeath(results.get(0));
        check(died || results.get(0).successful(), "neither a success nor a death as it should be told: " + results);
        check(hit || !died, "nothing was killed: " + results);
        if (hit && victim.isOfSupervisor()) {
            // a test that begins while the supervisor is still dying may rightly be told of that death
            awaitDeath(state, died);
        }
        List<TestResult> following = host.run(PATIENCE, FollowingTestCase.class);
        check(
                following.size() == 1 && following.get(0).successful(),
                "the following test should have succeeded: " + following);
        host.closeSession(CLEAN);
        return died ? Ending.DEATH_REPORTED : killed;
    }

    /** Of a supervisor: where the test was not told of it, another one may have taken its place and stays for the session. */
    private static void awaitDeath(HostState state, boolean told) throws IOException {
        if (told) {
            state.awaitNothingLeft(CLEAN);
        } else {
            state.awaitObservedGone(CLEAN);
        }
    }

    /** Waits for the moment and kills; the victim may not live yet or not any more. */
    private Ending kill(HostState state) throws IOException {
        long moment = sinceStart ? System.nanoTime() + delayNanos : Long.MAX_VALUE;
        while (true) {
            Processes processes = state.observe();
            Optional<OneProcess> found = victim.find(processes, host.process().pid());
            if (moment == Long.MAX_VALUE && found.isPresent()) {
                moment = System.nanoTime() + delayNanos;
            }
            if (System.nanoTime() >= moment) {
                boolean killed = found.flatMap(process -> ProcessHandle.of(process.pid())).stream()
                        .anyMatch(ProcessHandle::destroyForcibly);
                return killed ? Ending.ORDINARY : Ending.MISSED;
            }
            if (moment == Long.MAX_VALUE && host.hasAnswered()) {
                return Ending.MISSED;
            }
            LockSupport.parkNanos(Math.min(POLL_NANOS, moment - System.nanoTime()));
        }
    }

    private boolean isDeath(TestResult result) {
        boolean byFork = victim.isOfFork()
                && result.message()
                        .matches("(?s)@IsolatedMounts: the forked JVM ended: killed by SIGKILL \\(exit status 137\\),"
                                + " before its tests were finished\\. ("
                                + "It had printed nothing\\.|The end of its output:\nthe victim is at work)");
        boolean bySupervisor = victim.isOfSupervisor()
                && result.message()
                        .matches("(?s)(The supervisor of isolated-mounts ended while it started:"
                                + " killed by SIGKILL \\(exit status 137\\)"
                                + "|@IsolatedMounts: the supervisor of isolated-mounts ended:"
                                + " killed by SIGKILL \\(exit status 137\\), before its tests were finished\\. ("
                                + "It had printed nothing\\.|The end of its output:\nthe victim is at work))");
        return result.outcome().equals("FAILED")
                && result.throwable().equals("org.isolatedmounts.internal.launch.session.ForkFailedException")
                && (byFork || bySupervisor);
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}

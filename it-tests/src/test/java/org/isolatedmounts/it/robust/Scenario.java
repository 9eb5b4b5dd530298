package org.isolatedmounts.it.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.HostState;
import org.isolatedmounts.it.harness.TestResult;

/**
 * What one odd test class did to its host JVM: an ordinary test ran after it and nothing is left of either.
 *
 * @param results of the odd class alone
 */
record Scenario(List<TestResult> results, String output, long outputSize, String errors) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration CLEAN = Duration.ofSeconds(20);
    private static final int MOST_OUTPUT = 1 << 20;

    static Scenario play(Class<?> odd) throws IOException, InterruptedException {
        return play(odd, List.of(), Map.of());
    }

    static Scenario play(Class<?> odd, List<String> options, Map<String, String> parameters)
            throws IOException, InterruptedException {
        try (HostJvm host = HostJvm.start(options, parameters)) {
            HostState state = HostState.capture(host);
            host.begin(odd, OrdinaryTestCase.class);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!host.hasAnswered() && System.nanoTime() < deadline) {
                state.observe();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            List<TestResult> results = host.awaitResults(Duration.ofSeconds(1));
            assertThat(state.namespacesSeen()).isGreaterThanOrEqualTo(2);
            host.closeSession(CLEAN);
            state.awaitNothingLeft(CLEAN);

            TestResult last = results.get(results.size() - 1);
            assertThat(last.name()).as(results.toString()).isEqualTo("runsNext()");
            assertThat(last.outcome()).as(last.stackTrace()).isEqualTo("SUCCESSFUL");
            String output = host.outputSize() > MOST_OUTPUT ? "" : host.output();
            return new Scenario(results.subList(0, results.size() - 1), output, host.outputSize(), host.errors());
        }
    }

    /** Asserts that there is one test, and that it succeeded. */
    Scenario succeeds() {
        assertThat(results)
                .extracting(TestResult::outcome)
                .as(results.toString())
                .containsExactly("SUCCESSFUL");
        return this;
    }

    /** Asserts that there is one test, that nothing else failed, and that it failed with one error of ours. */
    String failsWithOurs() {
        assertThat(results)
                .extracting(TestResult::isTest)
                .as(results.toString())
                .containsExactly(true);
        TestResult result = results.get(0);
        assertThat(result.outcome()).isEqualTo("FAILED");
        assertThat(result.throwable()).isEqualTo("org.isolatedmounts.internal.launch.session.ForkFailedException");
        assertThat(result.suppressed())
                .matches("(?s)mounts of \\w+ > .* when it failed, in mnt:\\[\\d+\\]\n.*")
                .containsOnlyOnce("mounts of ")
                .contains("/data");
        return result.message();
    }
}

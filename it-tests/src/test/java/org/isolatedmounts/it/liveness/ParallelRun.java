package org.isolatedmounts.it.liveness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.InProcess;
import org.isolatedmounts.it.harness.TestResult;

/** Runs the tests of {@link TwoOfFourFail} at the same time, with the JUnit of this JVM. */
public final class ParallelRun {

    public static final String SUCCESS = "6 ok, 6 failed";

    private static final String CONFIG = "junit.jupiter.execution.parallel.";

    private ParallelRun() {}

    /** Prints how many tests had which outcome. */
    public static void main(String[] parameters) {
        Map<String, String> more = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            more.put(parameters[i], parameters[i + 1]);
        }
        System.out.println(summary(more));
    }

    static String summary(Map<String, String> parameters) {
        List<TestResult> results = InProcess.run(
                inParallel(parameters),
                TwoOfFourFail.FirstTestCase.class,
                TwoOfFourFail.SecondTestCase.class,
                TwoOfFourFail.ThirdTestCase.class);
        List<TestResult> failed =
                results.stream().filter(result -> !result.successful()).toList();
        boolean asMeant = failed.stream().allMatch(result -> result.message().endsWith(" fails"));
        return (results.size() - failed.size()) + " ok, " + failed.size() + " failed" + (asMeant ? "" : ": " + failed);
    }

    static Map<String, String> inParallel(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.putIfAbsent(CONFIG + "enabled", "true");
        parameters.putIfAbsent(CONFIG + "mode.default", "concurrent");
        parameters.putIfAbsent(CONFIG + "config.strategy", "fixed");
        parameters.putIfAbsent(CONFIG + "config.fixed.parallelism", "2");
        return parameters;
    }
}

package org.isolatedmounts.it.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who runs, and how; all of it follows from a seed.
 *
 * @param junit the version of its console launcher
 * @param classes simple names
 * @param kept how many percent of their methods are run
 * @param deadly how many tests hang, exit or halt, at most
 * @param cancels whether the first failure cancels the run
 * @param parameters configuration parameters
 */
record Storm(
        long seed,
        String junit,
        int jdk,
        List<String> classes,
        int kept,
        int deadly,
        boolean cancels,
        Map<String, String> parameters) {

    static final String NO_EXECUTOR = "";
    static final String FORK_JOIN_POOL = "fork_join_pool";
    static final String WORKER_THREAD_POOL = "worker_thread_pool";

    private static final List<String> VERSIONS = List.of("1.12.2", "1.14.4", "6.0.3", "6.1.3");
    private static final Duration LEAST_BOUND = Duration.ofSeconds(90);
    private static final String TIMEOUT = "isolatedmounts.timeout";
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";
    private static final String CONFIG = PARALLEL + "config.";
    private static final List<String> MODES = List.of("same_thread", "concurrent");

    /** A storm of which nothing is given but the seed. */
    static Storm of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String junit = VERSIONS.get(random.nextInt(VERSIONS.size()));
        int jdk = random.nextInt(3) == 0 ? 25 : 17;
        boolean hasExecutors = junit.equals("6.1.3");
        String executor = hasExecutors
                ? List.of(NO_EXECUTOR, FORK_JOIN_POOL, WORKER_THREAD_POOL).get(random.nextInt(3))
                : NO_EXECUTOR;
        boolean parallel = random.nextInt(5) > 0;
        boolean cancels = junit.startsWith("6.") && random.nextInt(4) == 0;
        return new Storm(
                seed,
                junit,
                jdk,
                classes(random, junit, random.nextInt(2, 6)),
                random.nextInt(20, 60),
                cancels ? 0 : random.nextInt(5),
                cancels,
                parameters(random, parallel, executor, random.nextInt(8, 16)));
    }

    /** A parallel one of a few seconds. */
    static Storm small(long seed, String junit, String executor) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Storm(
                seed, junit, 17, classes(random, junit, 3), 25, 1, false, parameters(random, true, executor, 8));
    }

    private static List<String> classes(SplittableRandom random, String junit, int count) {
        List<String> all = new ArrayList<>(List.of(
                "PerTestTestCase",
                "PerClassTestCase",
                "OneTestCase",
                "OtherTestCase",
                "PlainTestCase",
                "EverywhereTestCase",
                "MixedTestCase"));
        if (!junit.equals("1.12.2")) {
            all.add("TemplateTestCase");
        }
        Map<String, Integer> dice =
                all.stream().collect(Collectors.toMap(name -> name, name -> random.nextInt(1_000_000)));
        all.sort(Comparator.comparing(dice::get));
        return List.copyOf(all.subList(0, count));
    }

    private static Map<String, String> parameters(
            SplittableRandom random, boolean parallel, String executor, int timeoutSeconds) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("isolatedmounts.everywhere", "*.EverywhereTestCase");
        parameters.put("isolatedmounts.forks", Integer.toString(random.nextInt(1, 9)));
        parameters.put(TIMEOUT, timeoutSeconds + "s");
        if (random.nextInt(4) == 0) {
            parameters.put("isolatedmounts.fork", "per-class");
        }
        parameters.put(PARALLEL + "enabled", Boolean.toString(parallel));
        if (!executor.equals(NO_EXECUTOR)) {
            parameters.put(CONFIG + "executor-service", executor);
        }
        parameters.put(PARALLEL + "mode.default", MODES.get(random.nextInt(4) == 0 ? 0 : 1));
        if (random.nextBoolean()) {
            parameters.put(PARALLEL + "mode.classes.default", MODES.get(random.nextInt(3) == 0 ? 0 : 1));
        }
        if (random.nextBoolean()) {
            int parallelism = random.nextInt(1, 9);
            parameters.put(CONFIG + "strategy", "fixed");
            parameters.put(CONFIG + "fixed.parallelism", Integer.toString(parallelism));
            if (random.nextBoolean()) {
                parameters.put(CONFIG + "fixed.max-pool-size", Integer.toString(parallelism + random.nextInt(4)));
                // without it, the fork-join pool may refuse work, and the plain run fails, too
                parameters.put(CONFIG + "fixed.saturate", "true");
            }
        } else if (random.nextBoolean()) {
            parameters.put(CONFIG + "strategy", "dynamic");
            parameters.put(
                    CONFIG + "dynamic.factor", List.of("0.5", "1", "2", "4").get(random.nextInt(4)));
        }
        return parameters;
    }

    boolean isParallel() {
        return parameters.get(PARALLEL + "enabled").equals("true");
    }

    /** Where the plain run has taken long, the machine is slow, and whoever does not hang needs more time, too. */
    Storm onMachine(Duration plain) {
        long seconds = Math.max(timeout().toSeconds(), plain.multipliedBy(10).toSeconds());
        Map<String, String> changed = new TreeMap<>(parameters);
        changed.put(TIMEOUT, seconds + "s");
        return new Storm(seed, junit, jdk, classes, kept, deadly, cancels, changed);
    }

    /** The deadline of each fork. */
    Duration timeout() {
        return Duration.ofSeconds(Long.parseLong(parameters.get(TIMEOUT).replace("s", "")));
    }

    /** Whoever has not ended then never will. */
    Duration bound() {
        Duration bound = timeout().multipliedBy(5).plusSeconds(30);
        return bound.compareTo(LEAST_BOUND) > 0 ? bound : LEAST_BOUND;
    }

    /** Whether the tests of a class that does not say so itself share one fork. */
    boolean isPerClass() {
        return parameters.containsKey("isolatedmounts.fork");
    }
}

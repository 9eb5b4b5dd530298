package org.isolatedmounts.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures what an isolated test costs beside a bare JVM and beside the same test isolated by hand, all in one run, one
 * after the other and over again. From the root of the checkout:
 *
 * <pre>{@code mvn -q -Pbenchmark -pl it-tests -am test}</pre>
 *
 * <p>{@code -Dit.benchmark.rounds=…} sets how often.
 */
final class Benchmark {

    private static final int ROUNDS = Integer.getInteger("it.benchmark.rounds", 11);
    private static final int MORE_TESTS = 5;

    private final Path consoleLauncher;
    private final Path directory;

    private final List<Measurement> bareJava = new ArrayList<>();
    private final List<Measurement> byHand = new ArrayList<>();
    private final List<Measurement> firstIsolated = new ArrayList<>();
    private final List<Measurement> furtherIsolated = new ArrayList<>();

    private Benchmark(Path consoleLauncher, Path directory) {
        this.consoleLauncher = consoleLauncher;
        this.directory = directory;
    }

    /**
     * Measures and prints.
     *
     * @param arguments the jar of junit-platform-console-standalone
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("benchmark");
        Benchmark benchmark = new Benchmark(Path.of(arguments[0]), directory);
        // the first round only fills the caches of the machine
        benchmark.round();
        benchmark.forget();
        for (int i = 0; i < ROUNDS; i++) {
            benchmark.round();
        }
        benchmark.print();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private void round() throws IOException, InterruptedException {
        Path nothing = Path.of("/dev/null");
        Path output = directory.resolve("output");
        bareJava.add(Measurement.of(Commands.bareJava(), nothing, output));
        byHand.add(Measurement.of(Commands.byHand(consoleLauncher), nothing, output));
        Measurement plain = host(PlainTestCase.class, 1);
        Measurement one = host(OneIsolatedTestCase.class, 1);
        Measurement six = host(SixIsolatedTestCase.class, 1 + MORE_TESTS);
        firstIsolated.add(one.minus(plain));
        furtherIsolated.add(six.minus(one).dividedBy(MORE_TESTS));
    }

    private void forget() {
        Stream.of(bareJava, byHand, firstIsolated, furtherIsolated).forEach(List::clear);
    }

    private Measurement host(Class<?> testClass, int tests) throws IOException, InterruptedException {
        Path input = directory.resolve("input");
        Path output = directory.resolve("results");
        Files.writeString(input, "run " + testClass.getName() + "\n");
        Measurement measurement = Measurement.of(Commands.host(directory.resolve("printed")), input, output);
        long successes = HostResults.successfulTests(output);
        if (successes != tests) {
            throw new IllegalStateException(
                    successes + " of " + tests + " tests succeeded:\n" + Files.readString(output));
        }
        return measurement;
    }

    private void print() {
        System.out.printf(
                "%s %s, %d processors, JDK %s, user %s; %d rounds; milliseconds: median (min, max)%n",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("user.name"),
                ROUNDS);
        System.out.printf("%-48s %-26s %-26s%n", "", "wall", "CPU, all processes");
        print("a bare JVM", bareJava);
        print("one test by hand: unshare, mount, console jar", byHand);
        print("an isolated test, each after the first", furtherIsolated);
        print("the first isolated test, supervisor included", firstIsolated);
        print("an isolated test : a bare JVM", ratios(furtherIsolated, bareJava), "%.2f");
        print("an isolated test : one test by hand", ratios(furtherIsolated, byHand), "%.2f");
    }

    private static List<Measurement> ratios(List<Measurement> some, List<Measurement> others) {
        List<Measurement> ratios = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            ratios.add(new Measurement(
                    some.get(i).wall() / others.get(i).wall(),
                    some.get(i).cpu() / Math.max(1, others.get(i).cpu())));
        }
        return ratios;
    }

    private static void print(String what, List<Measurement> measurements) {
        print(what, measurements, "%.0f");
    }

    private static void print(String what, List<Measurement> measurements, String format) {
        System.out.printf(
                "%-48s %-26s %-26s%n",
                what,
                summary(measurements, Measurement::wall, format),
                summary(measurements, Measurement::cpu, format));
    }

    private static String summary(List<Measurement> measurements, ToDoubleFunction<Measurement> part, String format) {
        double[] sorted = measurements.stream().mapToDouble(part).sorted().toArray();
        return Stream.of(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1])
                .map(format::formatted)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), texts -> texts.get(0) + " (" + texts.get(1) + ", " + texts.get(2) + ")"));
    }
}

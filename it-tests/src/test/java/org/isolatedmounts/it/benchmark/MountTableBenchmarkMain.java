package org.isolatedmounts.it.benchmark;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.isolatedmounts.mountinfo.MountTable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures in the namespace in which it is started, prints, and fails where the promise is not kept. */
final class MountTableBenchmarkMain {

    private static final int ROUNDS = Integer.getInteger("isolatedmounts.it.benchmark.rounds", 5);

    private MountTableBenchmarkMain() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        int mounts = MountTable.ofSelf().mounts().size();
        if (mounts < 5000) {
            throw new IllegalStateException("only " + mounts + " mounts");
        }
        Options options = new OptionsBuilder()
                .include(MountTableBenchmark.class.getName())
                .forks(1)
                .warmupIterations(ROUNDS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
        System.out.println("JMH, microseconds, medians:");
        Map<String, Double> micros = new Runner(options)
                .run().stream()
                        .map(result -> result.getPrimaryResult())
                        .collect(Collectors.toMap(
                                result -> result.getLabel(),
                                result -> result.getStatistics().getPercentile(50)));
        double parse = micros.get("parse");
        print("the kernel prints " + mounts + " mounts", micros.get("kernelPrints"));
        print("MountTable.parse", parse);
        print("MountTable.ofSelf: both", micros.get("readAndParse"));
        print("FileSystems.getDefault().getFileStores()", micros.get("fileStores"));
        print("the kernel prints : MountTable.parse", micros.get("kernelPrints") / parse);
        print("getFileStores() : MountTable.parse", micros.get("fileStores") / parse);
        print("getFileStores() : MountTable.ofSelf", micros.get("fileStores") / micros.get("readAndParse"));
        if (parse >= micros.get("kernelPrints") || micros.get("fileStores") < 5 * parse) {
            throw new IllegalStateException("slower than promised");
        }
    }

    private static void print(String what, double value) {
        System.out.printf("%-48s %10.1f%n", what, value);
    }
}

package org.isolatedmounts.it.benchmark;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How Surefire gets to the benchmark, in its profile only, so that no further plugin is needed. */
class BenchmarkRun {

    @Test
    void measure() throws IOException, InterruptedException {
        Benchmark.main(new String[] {System.getProperty("it.console-launcher")});
    }
}

package org.isolatedmounts.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.TestResult;

/** Reads what a host JVM answered. */
final class HostResults {

    private HostResults() {}

    static long successfulTests(Path answers) throws IOException {
        try (Stream<String> lines = Files.lines(answers)) {
            return lines.filter(line -> line.startsWith("result\t"))
                    .map(TestResult::parse)
                    .filter(result -> result.isTest() && result.successful())
                    .count();
        }
    }
}

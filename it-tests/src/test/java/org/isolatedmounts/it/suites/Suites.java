package org.isolatedmounts.it.suites;

import java.util.List;

/** The suites, and all that may differ in them. */
final class Suites {

    private static final String NOTHING = "";
    private static final String BENCHMARKS = ".*PerformanceTest|.*\\.perf\\..*|.*\\.jmh\\..*";
    private static final String FRAMES_BELOW_TESTS = "\tat org\\.(junit|isolatedmounts)\\..*\n|\t\\.\\.\\. \\d+ more\n";

    private static final Explained FRAMES_OF_MAIN = new Explained(
            ".*TutorialTest\\]/\\[method:testTutorialExample\\(\\)\\]",
            "err",
            FRAMES_BELOW_TESTS,
            "a stack trace that is printed ends in the main class of its JVM");

    /** A third of the classes of commons-cli, which have two thirds of its tests. */
    static final Suite SMALL = new Suite(
            "commons-cli",
            List.of(),
            ".*\\.cli\\.(\\w+\\..*|[^CHOTV].*)",
            List.of(warningOfTheJvm("HelpFormatterTest", "testRenderWrappedTextSingleLine")));

    static final List<Suite> WHOLE = List.of(
            new Suite(
                    "commons-cli",
                    List.of(),
                    NOTHING,
                    List.of(warningOfTheJvm("HelpFormatterTest", "testRenderWrappedTextSingleLine"))),
            new Suite("commons-exec", List.of(), NOTHING, List.of(FRAMES_OF_MAIN)),
            new Suite("commons-codec", List.of(), BENCHMARKS, List.of()),
            new Suite(
                    "commons-csv",
                    List.of(),
                    BENCHMARKS,
                    List.of(warningOfTheJvm("CSVPrinterTest", "testCloseWithCsvFormatAutoFlushOff"))),
            new Suite("commons-numbers-core", List.of(), NOTHING, List.of()),
            new Suite("commons-text", List.of(), BENCHMARKS, List.of()),
            new Suite(
                    "commons-lang3",
                    List.of(
                            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                            "--add-opens=java.base/java.lang=ALL-UNNAMED",
                            "--add-opens=java.base/java.util=ALL-UNNAMED",
                            "--add-opens=java.base/java.time=ALL-UNNAMED",
                            "--add-opens=java.base/java.time.chrono=ALL-UNNAMED"),
                    BENCHMARKS,
                    List.of()));

    private Suites() {}

    private static Explained warningOfTheJvm(String testClass, String method) {
        return new Explained(
                ".*\\." + testClass + "\\]/\\[method:" + method + "\\(\\)\\]",
                "err",
                "OpenJDK 64-Bit Server VM warning: Sharing is only supported for boot loader classes.*\n",
                "the JVM itself warns of Mockito's agent, past System.err: what a fork says there is told of its test");
    }
}

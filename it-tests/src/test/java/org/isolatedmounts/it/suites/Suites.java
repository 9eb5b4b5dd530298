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

    private static final Explained KIND_OF_COMPILER = new Explained(
            ".*JavaPlatformStringLookupTest\\]/\\[method:testMain\\(\\)\\]",
            "out",
            ", emulated-client",
            "a fork compiles only as far as a short life is worth it, and its JVM says so in its name");

    /** A third of the classes of commons-cli, which have two thirds of its tests. */
    static final Suite SMALL = new Suite(
            "commons-cli",
            List.of(),
            ".*\\.cli\\.(\\w+\\..*|[^CHOTV].*)",
            List.of(warningOfTheJvm("HelpFormatterTest")));

    static final List<Suite> WHOLE = List.of(
            new Suite("commons-cli", List.of(), NOTHING, List.of(warningOfTheJvm("HelpFormatterTest"))),
            new Suite("commons-exec", List.of(), NOTHING, List.of(FRAMES_OF_MAIN)),
            // with more memory a test tries to get nearly all of it, and with bad luck ends the JVM
            new Suite("commons-codec", List.of("-Xmx1g"), BENCHMARKS, List.of()),
            new Suite("commons-csv", List.of(), BENCHMARKS, List.of(warningOfTheJvm("CSVPrinterTest"))),
            new Suite(
                    "commons-numbers-core",
                    List.of(),
                    NOTHING,
                    List.of(randomNumbersInNames("registered"), randomNumbersInNames("started"))),
            new Suite(
                    "commons-text",
                    List.of(),
                    BENCHMARKS,
                    List.of(
                            KIND_OF_COMPILER,
                            warningOfTheJvm("TextStringBuilderAppendInsertTest|ResourceBundleStringLookupTest"
                                    + "|Url(En|De)coderStringLookupTest"))),
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

    private static Explained randomNumbersInNames(String told) {
        return new Explained(
                ".*\\.numbers\\.core\\..*\\[test-template-invocation:#\\d+\\]",
                told,
                "-?(Infinity|NaN|\\d[-.E\\d]*)",
                "arguments are random numbers, and stand in names: two plain runs may agree by chance");
    }

    /** Once in each JVM, by the first test that needs the agent. */
    private static Explained warningOfTheJvm(String testClasses) {
        return new Explained(
                ".*\\.(" + testClasses + ")\\]/\\[method:\\w+\\(\\)\\]",
                "err",
                "OpenJDK 64-Bit Server VM warning: Sharing is only supported for boot loader classes.*\n",
                "the JVM itself warns of Mockito's agent, past System.err: what a fork says there is told of its test");
    }
}

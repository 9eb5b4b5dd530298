package org.isolatedmounts.it.suites;

import static org.junit.platform.engine.discovery.ClassNameFilter.STANDARD_INCLUDE_PATTERN;
import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolatedmounts.it.fidelity.Recorder;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The main class of a JVM that runs a suite and records it. */
final class SuiteMain {

    private static final int CLOCK_TICKS = 100;

    private SuiteMain() {}

    /**
     * Runs a suite and prints how many milliseconds that took, and the processors for it, here and in all that it started.
     *
     * @param arguments the file to record to, the jar of the tests, a pattern of classes to leave out, what the names of
     *     all classes begin with, then configuration parameters as {@code name=value}
     */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> parameters = Arrays.stream(arguments)
                .skip(4)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(Path.of(arguments[1]))))
                .filters(includeClassNamePatterns(STANDARD_INCLUDE_PATTERN), excludeClassNamePatterns(arguments[2]))
                .configurationParameters(parameters)
                .build();
        long start = System.nanoTime();
        try (EventFile.Writer file = new EventFile.Writer(Path.of(arguments[0]));
                LauncherSession session = LauncherFactory.openSession()) {
            Recorder recorder = new Recorder(arguments[3], file::write);
            recorder.recordPrinted(
                    StandardCharsets.UTF_8, () -> session.getLauncher().execute(request, recorder));
        }
        System.out.println(Duration.ofNanos(System.nanoTime() - start).toMillis() + " " + processorMillis());
        // whatever threads the tests have left
        System.exit(0);
    }

    /** See proc_pid_stat(5): utime, stime, and cutime and cstime of the children that have ended, in clock ticks. */
    private static long processorMillis() throws IOException {
        String stat = Files.readString(Path.of("/proc", "self", "stat"));
        return Arrays.stream(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
                .skip(11)
                .limit(4)
                .mapToLong(ticks -> Long.parseLong(ticks) * 1000 / CLOCK_TICKS)
                .sum();
    }
}

package org.isolatedmounts.internal.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isolatedmounts.internal.parameter.Parameter;

/**
 * The switches, each a configuration parameter of JUnit.
 *
 * @param timeout how long one fork may take, its start included
 * @param forks how many forks at once; one while they are debugged, as only one can have the port
 * @param skipUnavailable abort, rather than fail, if the machine has no mount namespaces for us
 * @param verbose print the layout of each fork
 * @param report the directory that gets the page of a run; absent if there is to be none
 * @param failureFiles write what is known of the mounts of a failed test to a file in JUnit's output directory
 * @param debugPort at which each fork waits for a debugger, 0 for any that is free; if absent, forks are not debugged
 * @param cache the directory that keeps archives of classes for later runs; absent if there is to be none
 */
public record Settings(
        Duration timeout,
        int forks,
        boolean skipUnavailable,
        boolean verbose,
        Optional<Path> report,
        boolean failureFiles,
        OptionalInt debugPort,
        Optional<Path> cache) {

    /** JUnit's own parameter for the directory of what tests publish. */
    public static final String OUTPUT_DIRECTORY = "junit.platform.reporting.output.dir";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)?");

    /** Long enough for anybody, and short enough to be counted in nanoseconds; {@link Parameter#TIMEOUT} says it in hours. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    public static Settings read(Function<String, Optional<String>> parameters) {
        // read first: a mistake in it must be told even if nothing would be skipped
        boolean mustRun = Parameter.MUST_RUN.isTrue(parameters);
        // as in this one, which only forks ask for
        boolean unused = Parameter.SESSION_LISTENERS.isTrue(parameters);
        int forks = Parameter.FORKS
                .in(parameters)
                .map(Settings::forks)
                .orElse(Runtime.getRuntime().availableProcessors());
        OptionalInt debugPort = Parameter.DEBUG
                .in(parameters)
                .map(value -> OptionalInt.of(port(value)))
                .orElse(OptionalInt.empty());
        String report = Parameter.REPORT.in(parameters).orElse(Parameter.REPORT.defaultValue());
        Path workingDirectory = Path.of("").toAbsolutePath();
        return new Settings(
                duration(Parameter.TIMEOUT.in(parameters).orElse(Parameter.TIMEOUT.defaultValue())),
                debugPort.isPresent() ? 1 : forks,
                skipUnavailable(parameters) && !mustRun,
                Parameter.VERBOSE.isTrue(parameters),
                ReportDirectory.of(report, workingDirectory),
                ReportDirectory.hasFailureFiles(
                        report, parameters.apply(OUTPUT_DIRECTORY).filter(value -> !value.isBlank()), workingDirectory),
                debugPort,
                cache(Parameter.CACHE.in(parameters).orElse(Parameter.CACHE.defaultValue()), workingDirectory));
    }

    private static boolean skipUnavailable(Function<String, Optional<String>> parameters) {
        String value = Parameter.UNAVAILABLE.in(parameters).orElse(isLinux() ? "fail" : "skip");
        return switch (value) {
            case "skip" -> true;
            case "fail" -> false;
            default -> throw Parameter.UNAVAILABLE.invalid(value);
        };
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");
    }

    private static int forks(String value) {
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw Parameter.FORKS.invalid(value);
        }
        return Integer.parseInt(value);
    }

    private static int port(String value) {
        int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : -1;
        if (port < 0 || port > 65_535) {
            throw Parameter.DEBUG.invalid(value);
        }
        return port;
    }

    private static Optional<Path> cache(String value, Path workingDirectory) {
        return value.equals("off")
                ? Optional.empty()
                : Optional.of(directory(Parameter.CACHE, value, workingDirectory));
    }

    private static Duration duration(String value) {
        Matcher matcher = DURATION.matcher(value.trim());
        Duration duration = matcher.matches() ? duration(matcher) : Duration.ZERO;
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw Parameter.TIMEOUT.invalid(value);
        }
        return duration;
    }

    private static Duration duration(Matcher matcher) {
        long amount = Long.parseLong(matcher.group(1));
        String unit = Optional.ofNullable(matcher.group(2)).orElse("s");
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    /** A directory that need not exist. Without a slash the value is more likely a mistake. */
    static Path directory(Parameter parameter, String value, Path workingDirectory) {
        try {
            Path path = Path.of(value);
            if (value.contains("/") && (Files.isDirectory(path) || !Files.exists(path))) {
                return workingDirectory.resolve(path);
            }
        } catch (InvalidPathException e) {
            // told as what is no path for any other reason
        }
        throw parameter.invalid(value);
    }
}

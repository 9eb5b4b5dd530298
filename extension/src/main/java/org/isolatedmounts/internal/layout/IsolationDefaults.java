package org.isolatedmounts.internal.layout;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.ForkMode;
import org.junit.platform.commons.JUnitException;

/** What holds for tests whose annotations say nothing, from configuration parameters. */
public final class IsolationDefaults {

    /** Without configuration parameters. */
    public static final IsolationDefaults NONE = new IsolationDefaults(ForkMode.PER_TEST, List.of());

    private static final String FORK = "isolatedmounts.fork";
    private static final String EVERYWHERE = "isolatedmounts.everywhere";

    private final ForkMode fork;
    private final List<Pattern> everywhere;

    private IsolationDefaults(ForkMode fork, List<Pattern> everywhere) {
        this.fork = fork;
        this.everywhere = everywhere;
    }

    /**
     * Reads {@code isolatedmounts.fork} and {@code isolatedmounts.everywhere}.
     *
     * @throws JUnitException for a value that cannot be read
     */
    public static IsolationDefaults read(Function<String, Optional<String>> parameters) {
        return new IsolationDefaults(
                parameters.apply(FORK).map(IsolationDefaults::fork).orElse(ForkMode.PER_TEST),
                parameters.apply(EVERYWHERE).map(IsolationDefaults::patterns).orElse(List.of()));
    }

    /** The mode of forks where no annotation asks for one. */
    ForkMode fork() {
        return fork;
    }

    /** Whether tests of a class are isolated without an annotation. */
    boolean isolates(Class<?> testClass) {
        return everywhere.stream()
                .anyMatch(pattern -> pattern.matcher(testClass.getName()).matches());
    }

    private static ForkMode fork(String value) {
        return switch (value.trim()) {
            case "per-test" -> ForkMode.PER_TEST;
            case "per-class" -> ForkMode.PER_CLASS;
            default ->
                throw new JUnitException("Configuration parameter `" + FORK
                        + "` must be `per-test` or `per-class` but is `" + value + "`.");
        };
    }

    private static List<Pattern> patterns(String value) {
        if (value.isBlank()) {
            throw new JUnitException("Configuration parameter `" + EVERYWHERE + "` must be class name patterns,"
                    + " separated by commas, such as `com.example.*Test` or `*`, but is blank.");
        }
        return Stream.of(value.split(","))
                .map(String::trim)
                .filter(pattern -> !pattern.isEmpty())
                .map(IsolationDefaults::pattern)
                .toList();
    }

    /** As in JUnit's own parameters, {@code *} stands for any characters. */
    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}

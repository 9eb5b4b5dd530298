package org.isolatedmounts.internal.parameter;

import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.commons.JUnitException;

/** The configuration parameters; README's table of them is compared with this one. */
public enum Parameter {
    CACHE("cache", "off", "`off` or the path, with a `/` in it, of a directory"),
    DEBUG("debug", "", "a port from 1 to 65535, or 0 for any that is free,"),
    EVERYWHERE(
            "everywhere",
            "",
            "class name patterns, separated by commas, such as `com.example.*Test` or `*,!com.example.Legacy*`,"),
    FORK("fork", "per-test", "`per-test` or `per-class`"),
    FORKS("forks", "processors", "a number from 1 to 9999"),
    LAYOUT("layout", "", "names, separated by commas, of annotations that declare mounts or of layout providers,"),
    MUST_RUN("must-run", "false", "`true` or `false`"),
    REPORT("report", "true", "`true`, `false`, or the path, with a `/` in it, of a directory"),
    SESSION_LISTENERS("session-listeners", "true", "`true` or `false`"),
    TIMEOUT("timeout", "5 m", "a duration above zero and up to 876000 h, such as `90 s`, `5 m` or `1 h`,"),
    UNAVAILABLE("unavailable", "fail on Linux, else skip", "`fail` or `skip`"),
    VERBOSE("verbose", "false", "`true` or `false`");

    static final String PREFIX = "isolatedmounts.";

    private final String name;
    private final String defaultValue;
    private final String rule;

    Parameter(String name, String defaultValue, String rule) {
        this.name = name;
        this.defaultValue = defaultValue;
        this.rule = rule;
    }

    /** The name, as the user writes it. */
    public String key() {
        return PREFIX + name;
    }

    /** As messages name it. */
    public String named() {
        return "configuration parameter `" + key() + "`";
    }

    /** The default as people read it; empty if there is none. */
    public String defaultValue() {
        return defaultValue;
    }

    public Optional<String> in(Function<String, Optional<String>> parameters) {
        return parameters.apply(key());
    }

    /**
     * The value, or the default, of one that is {@code true} or {@code false}.
     *
     * @throws JUnitException for any other value
     */
    public boolean isTrue(Function<String, Optional<String>> parameters) {
        String value = in(parameters).orElse(defaultValue);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(value);
        };
    }

    /** The error of a value that breaks the rule. */
    public JUnitException invalid(String value) {
        return mistake("is `" + value + "`");
    }

    /**
     * The error of a value with which something else is wrong.
     *
     * @param problem such as {@code is blank}
     */
    public JUnitException mistake(String problem) {
        return new JUnitException("C" + named().substring(1) + " must be " + rule + " but " + problem + ".");
    }
}

package org.isolatedmounts.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;

class SettingsTests {

    @Test
    void defaults() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");

        assertThat(read(Map.of()))
                .isEqualTo(new Settings(
                        Duration.ofMinutes(5),
                        Runtime.getRuntime().availableProcessors(),
                        !linux,
                        false,
                        // of the build that runs this test
                        Optional.of(Path.of("target/isolated-mounts").toAbsolutePath()),
                        true,
                        OptionalInt.empty(),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "90, PT1M30S",
        "90s, PT1M30S",
        "90 s, PT1M30S",
        "' 7 m ', PT7M",
        "250ms, PT0.25S",
        "1h, PT1H",
        "001 h, PT1H",
        "999999999, PT277777H46M39S",
        "999999999 ms, PT277H46M39.999S",
        "876000 h, PT876000H",
    })
    void timeout(String value, Duration expected) {
        assertThat(read("isolatedmounts.timeout", value).timeout()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "0 s",
                "000ms",
                "-1",
                "1.5",
                "1 d",
                "1S",
                "s",
                "PT1M",
                "one",
                "1 s m",
                "1234567890",
                "999999999 h",
                "999999999 m",
                "876001 h"
            })
    void wrongTimeouts(String value) {
        assertRefused(
                "isolatedmounts.timeout",
                value,
                "must be a duration above zero and up to 876000 h, such as `90 s`, `5 m` or `1 h`,");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 9999})
    void forks(int value) {
        assertThat(read("isolatedmounts.forks", Integer.toString(value)).forks())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "01", "10000", "1.5", " 1", "many", "١"})
    void wrongForks(String value) {
        assertRefused("isolatedmounts.forks", value, "must be a number from 1 to 9999");
    }

    @ParameterizedTest
    @CsvSource({"skip, true", "fail, false"})
    void unavailable(String value, boolean skip) {
        assertThat(read("isolatedmounts.unavailable", value).skipUnavailable()).isEqualTo(skip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SKIP", "abort", "true", " skip"})
    void wrongUnavailable(String value) {
        assertRefused("isolatedmounts.unavailable", value, "must be `fail` or `skip`");
    }

    @ParameterizedTest
    @CsvSource({"skip, true, false", "skip, false, true", "fail, true, false", "fail, false, false"})
    void mustRunMakesASkipAFailure(String unavailable, String mustRun, boolean skip) {
        Settings settings = read(Map.of("isolatedmounts.unavailable", unavailable, "isolatedmounts.must-run", mustRun));

        assertThat(settings.skipUnavailable()).isEqualTo(skip);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void verbose(String value, boolean verbose) {
        assertThat(read("isolatedmounts.verbose", value).verbose()).isEqualTo(verbose);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRUE", "yes", "1", " true"})
    void wrongFlags(String value) {
        assertRefused("isolatedmounts.verbose", value, "must be `true` or `false`");
        assertRefused("isolatedmounts.must-run", value, "must be `true` or `false`");
        assertRefused("isolatedmounts.session-listeners", value, "must be `true` or `false`");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5005, 65_535})
    void debugging(int port) {
        Settings settings = read(Map.of("isolatedmounts.debug", Integer.toString(port), "isolatedmounts.forks", "8"));

        assertThat(settings.debugPort()).hasValue(port);
        assertThat(settings.forks()).as("forks that can have the port").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "65536", "100000", "true", "*:5005", " 5005", "٥"})
    void wrongPorts(String value) {
        assertRefused("isolatedmounts.debug", value, "must be a port from 1 to 65535, or 0 for any that is free,");
    }

    @Test
    void cache() {
        assertThat(read("isolatedmounts.cache", "off").cache()).isEmpty();
        assertThat(read("isolatedmounts.cache", "/var/cache/x").cache()).contains(Path.of("/var/cache/x"));
        assertThat(read("isolatedmounts.cache", "target/x").cache())
                .contains(Path.of("target/x").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "on", "OFF", "cache", "/etc/passwd", "a\0/"})
    void wrongCaches(String value) {
        assertRefused("isolatedmounts.cache", value, "must be `off` or the path, with a `/` in it, of a directory");
    }

    @Test
    void aWrongMustRunIsToldWhereNothingIsSkippedToo() {
        Map<String, String> parameters =
                Map.of("isolatedmounts.unavailable", "fail", "isolatedmounts.must-run", "perhaps");

        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> read(parameters))
                .withMessage("Configuration parameter `isolatedmounts.must-run` must be `true` or `false` but is"
                        + " `perhaps`.");
    }

    private static void assertRefused(String name, String value, String rule) {
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> read(name, value))
                .withMessage("Configuration parameter `" + name + "` " + rule + " but is `" + value + "`.");
    }

    private static Settings read(String name, String value) {
        return read(Map.of(name, value));
    }

    private static Settings read(Map<String, String> parameters) {
        return Settings.read(name -> Optional.ofNullable(parameters.get(name)));
    }
}

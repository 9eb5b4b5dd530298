package org.isolatedmounts.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTests {

    @Test
    void theCommand() {
        assertThat(parse("doctor")).isEqualTo(new Arguments.Examine(false));
        assertThat(parse("doctor --json")).isEqualTo(new Arguments.Examine(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "doctor --help", "doctor --json --help", "doctor --nonsense -h"})
    void help(String line) {
        assertThat(parse(line)).isEqualTo(new Arguments.Help());
    }

    @Test
    void noCommand() {
        assertThat(Arguments.parse(List.of()))
                .isEqualTo(new Arguments.Mistake("The command is missing; there is one: doctor"));
    }

    @ParameterizedTest
    @CsvSource({
        "Doctor, 'The command must be doctor, but is `Doctor`'",
        "--json doctor, 'The command must be doctor, but is `--json`'",
        "doctor --jason, 'The options of doctor are --json and --help, but one is `--jason`'",
        "doctor --json json, 'The options of doctor are --json and --help, but one is `json`'"
    })
    void aWordThatDoesNotBelongThere(String line, String message) {
        assertThat(parse(line)).isEqualTo(new Arguments.Mistake(message));
    }

    private static Arguments parse(String line) {
        return Arguments.parse(List.of(line.split(" ", -1)));
    }
}

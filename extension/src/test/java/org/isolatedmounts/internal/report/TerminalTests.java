package org.isolatedmounts.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTests {

    /** A device of the kind that terminals are, whether or not this JVM has one. */
    private static final Path TERMINAL = Path.of("/dev/tty");

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @Test
    void aTerminalIsWatched() {
        assertThat(Terminal.isWatched(XTERM, TERMINAL)).isTrue();
        assertThat(Terminal.isWatched(Map.of(), TERMINAL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/dev/zero", "/proc/self/fd", "/proc/self/maps", "/proc/self/fd/none"})
    void nothingElseIs(Path file) {
        assertThat(Terminal.isWatched(XTERM, file)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "yes"})
    void notInCi(String ci) {
        assertThat(Terminal.isWatched(Map.of("TERM", "xterm", "CI", ci), TERMINAL))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", ""})
    void whatIsNoCiIsWatched(String ci) {
        assertThat(Terminal.isWatched(Map.of("TERM", "xterm", "CI", ci), TERMINAL))
                .isTrue();
    }

    @Test
    void notOneThatCannotErase() {
        assertThat(Terminal.isWatched(Map.of("TERM", "dumb"), TERMINAL)).isFalse();
    }
}

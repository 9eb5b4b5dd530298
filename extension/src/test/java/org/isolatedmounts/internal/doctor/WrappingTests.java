package org.isolatedmounts.internal.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTests {

    private static final String LONG = "a word and another one ".repeat(12).strip();

    @Test
    void aShortTextIsOneLine() {
        assertThat(Wrapping.wrap("  title   ", "text")).containsExactly("  title   text");
    }

    @Test
    void furtherLinesStandBelowTheText() {
        List<String> lines = Wrapping.wrap("  title   ", LONG);

        assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> line.length() <= Wrapping.WIDTH);
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.matches(" {10}\\S.*"));
        assertThat(String.join(" ", lines).replaceAll(" +", " ")).isEqualTo(" title " + LONG);
    }

    @Test
    void linesStayLines() {
        assertThat(Wrapping.wrap("Fix: ", "first\nsecond")).containsExactly("Fix: first", "     second");
    }

    @Test
    void aWordThatIsTooLongIsNotBroken() {
        String path = "/".repeat(200);

        assertThat(Wrapping.wrap("  ", "see " + path)).containsExactly("  see", "  " + path);
    }

    @Test
    void aShellReadsABrokenCommandAsBefore() throws Exception {
        String script = "sh -ec 'test $# = 2; " + "true; ".repeat(30) + "echo \"$1\" \"$2\"' sh " + "x".repeat(40) + " "
                + "y".repeat(40);

        List<String> lines = Wrapping.wrapCommand("      ", script);

        assertThat(lines).hasSizeGreaterThan(3).allMatch(line -> line.length() <= Wrapping.WIDTH);
        Process shell = new ProcessBuilder("sh", "-ec", String.join("\n", lines))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("x".repeat(40) + " " + "y".repeat(40) + "\n");
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void terminalsGetNoCommands() {
        assertThat(Wrapping.wrap("", "\u001b[2Jgone\r\0")).containsExactly("?[2Jgone??");
    }
}

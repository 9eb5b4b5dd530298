package org.isolatedmounts.internal.launch.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputTailTests {

    private static final String CRASH = "#\n# A fatal error has been detected by the Java Runtime Environment:\n";
    private static final String THREADS = "2026-01-01 00:00:00\nFull thread dump OpenJDK\n";

    private final OutputTail tail = new OutputTail();

    @Test
    void keepsTheEnd() {
        for (int i = 0; i < 5000; i++) {
            tail.append("line " + i + "\n");
        }

        assertThat(tail.text()).hasSize(4096).endsWith("\nline 4999\n");
    }

    @Test
    void keepsTheEndOfALargePiece() {
        tail.append("first " + "x".repeat(100_000) + " last");

        assertThat(tail.text()).hasSize(4096).endsWith("x last");
    }

    @Test
    void keepsTheBeginningOfACrashAndWhatStoodBeforeIt() {
        tail.append("words\n" + CRASH.substring(0, 20));
        tail.append(CRASH.substring(20) + "y".repeat(5000));
        tail.append("z".repeat(100_000) + "end");

        assertThat(tail.text())
                .startsWith("words\n" + CRASH + "yyy")
                .endsWith("zzz")
                .hasSize("words\n".length() + 8192);
    }

    @Test
    void keepsTheBeginningOfACrashThatComesInOneLargePiece() {
        tail.append("w".repeat(6000));
        tail.append("words\n" + CRASH + "z".repeat(100_000));

        assertThat(tail.text()).contains("www" + "words\n" + CRASH + "zzz").hasSize(4096 + 8192);
    }

    @Test
    void keepsTheBeginningOfAThreadDumpThatIsExpected() {
        tail.expectThreadDump();
        tail.append(THREADS);
        tail.append("z".repeat(100_000) + "end");

        assertThat(tail.text()).startsWith(THREADS + "zzz").endsWith("zzz");
    }

    @Test
    void aThreadDumpThatATestAskedForIsLikeAnyOutput() {
        tail.append(THREADS);
        tail.append("z".repeat(100_000) + "end");

        assertThat(tail.text()).hasSize(4096).endsWith("zzzend");
    }
}

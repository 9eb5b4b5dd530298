package org.isolatedmounts.internal.supervisor.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartNotesTests {

    private static final StartNotes NOTES =
            StartNotes.of(Map.of("JAVA_TOOL_OPTIONS", "-Da=1", "JDK_JAVA_OPTIONS", "-Db=2\n-Dc"));

    @Test
    void areSkippedAtTheBeginning() throws IOException {
        assertThat(afterNotesIn(
                        "NOTE: Picked up JDK_JAVA_OPTIONS: -Db=2\n-Dc\nPicked up JAVA_TOOL_OPTIONS: -Da=1\nx\n"))
                .isEqualTo("x\n");
        assertThat(afterNotesIn("Picked up JAVA_TOOL_OPTIONS: -Da=1\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "Picked up JAVA_TOOL_OPTIONS: -Da=1",
                "Picked up JAVA_TOOL_OPTIONS: -Da=2\n",
                "Picked up OTHER: -Da=1\n",
                "x\nPicked up JAVA_TOOL_OPTIONS: -Da=1\n",
            })
    void everythingElseStays(String text) throws IOException {
        assertThat(afterNotesIn(text)).isEqualTo(text);
    }

    private static String afterNotesIn(String text) throws IOException {
        return new String(
                NOTES.skipIn(new ByteArrayInputStream(text.getBytes(US_ASCII))).readAllBytes(), US_ASCII);
    }
}

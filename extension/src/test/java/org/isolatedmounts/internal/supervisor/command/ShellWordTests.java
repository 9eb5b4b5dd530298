package org.isolatedmounts.internal.supervisor.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShellWordTests {

    static Stream<String> names() {
        return Stream.of(
                "/data/a-b_c.d",
                "with blank",
                "it's",
                "$(reboot) `reboot` \\ \" ; & | < > * ? [ ~ ! #",
                "",
                "-n",
                "tab\t escape\u001b percent% %s back\\slash",
                "line\nfeed",
                "line feed at the end\n",
                "\n",
                "f\u00fcr \u65e5\u672c \ud83d\ude00");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aShellSeesTheName(String name) throws IOException {
        assertThat(seenByShell(name)).isEqualTo(name.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNotUtf8AreKept() throws IOException {
        assertThat(seenByShell("caf\udce9")).isEqualTo(new byte[] {'c', 'a', 'f', (byte) 0xe9});
    }

    @Test
    void plainNamesStayAsTheyAre() {
        assertThat(ShellWord.of("/srv/app-1.0_x")).isEqualTo("/srv/app-1.0_x");
        assertThat(ShellWord.of("/a b")).isEqualTo("'/a b'");
    }

    private static byte[] seenByShell(String name) throws IOException {
        String word = ShellWord.of(name);
        assertThat(word).matches("[ -~\n]+");
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + word).start();
        return shell.getInputStream().readAllBytes();
    }
}

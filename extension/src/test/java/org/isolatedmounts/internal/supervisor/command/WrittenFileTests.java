package org.isolatedmounts.internal.supervisor.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrittenFileTests {

    static Stream<byte[]> contents() {
        return Stream.of(
                new byte[0],
                "port=8080\n".getBytes(UTF_8),
                "it's a \"text\"\n\n$HOME `x` %s \\n ä\n\n".getBytes(UTF_8),
                new byte[] {0, 1, (byte) 0xff, '\n'},
                new byte[] {(byte) 0xe4, '\n'});
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aShellWritesWhatWasMeant(byte[] content, @TempDir Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("a file");

        run(WrittenFile.command(content, file.toString()));

        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void aLongContentIsOnlySaidToBeThere(@TempDir Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("long");
        String command = WrittenFile.command(new byte[4097], file.toString());

        run(command);

        assertThat(command).endsWith(" # its content is too long to be shown");
        assertThat(file).hasSize(4097);
    }

    private static void run(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command).inheritIO().start();
        assertThat(shell.waitFor()).isZero();
    }
}

package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.it.fidelity.cases.PublishedFilesTestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFilesTests {

    @Test
    void arriveWithTheirContentWhereTheyWouldBeWithoutIsolation(
            @TempDir Path ofPlain, @TempDir Path ofIsolated, @TempDir Path ofClass) throws IOException {
        Recording plain = launch(ofPlain).plain();
        Recording isolated = launch(ofIsolated).isolated();
        Recording isolatedByClass = launch(ofClass).isolatedByClass();

        assertThat(plain.summary()).startsWith("1 ok, 0 failed");
        assertThat(isolated.withoutOutput()).isEqualTo(plain.withoutOutput());
        assertThat(isolatedByClass.withoutOutput()).isEqualTo(plain.withoutOutput());
        assertThat(files(ofPlain)).hasSize(5);
        assertThat(files(ofIsolated)).isEqualTo(files(ofPlain));
        assertThat(files(ofClass)).isEqualTo(files(ofPlain));
    }

    private static Launch launch(Path directory) {
        return Launch.of(PublishedFilesTestCase.class)
                .with(request -> request.configurationParameter(
                        "junit.platform.reporting.output.dir", directory + "/run-{uniqueNumber}"));
    }

    /** The files of the one run that there was, with the size and the hash of their content. */
    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> runs = Files.list(directory)) {
            List<Path> run = runs.toList();
            assertThat(run).hasSize(1);
            try (Stream<Path> files = Files.walk(run.get(0))) {
                return files.filter(Files::isRegularFile)
                        .map(file -> run.get(0).relativize(file) + ": " + content(file))
                        .sorted()
                        .toList();
            }
        }
    }

    private static String content(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length + " bytes, hash " + Arrays.hashCode(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package org.isolatedmounts.it.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloodTests {

    private static final long PATIENCE_SECONDS = 240;

    /** In a host JVM with room for a part of it: the fork waits until somebody takes what it prints. */
    @Test
    void aFloodThatNobodyTakesDoesNotFillTheHost(@TempDir Path directory) throws Exception {
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        Path keptAt = directory.resolve("kept at");
        Path printed = Files.writeString(directory.resolve("printed"), "");
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-D" + FloodTestCase.FILE + "=" + printed,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FloodRun.class.getName(),
                        keptAt.toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(host.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the run ends")
                    .isTrue();
            assertThat(host.exitValue()).as(Files.readString(errors)).isZero();
            assertThat(Integer.parseInt(Files.readString(keptAt)))
                    .as("megabytes that the fork got rid of while nobody took them")
                    .isBetween(1, FloodTestCase.MEGABYTES / 4);
            assertThat(Files.size(output)).isEqualTo((long) FloodTestCase.MEGABYTES << 20);
        } finally {
            host.destroyForcibly();
        }
    }
}

package org.isolatedmounts.it.launchers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A runtime that jlink(1) made, with no more modules than JUnit and we need. */
@Timeout(180)
class SmallRuntimeTests {

    @Test
    void withoutTheModuleOfManagement(@TempDir Path directory) throws Exception {
        Path runtime = directory.resolve("runtime");
        link(runtime, "java.base,java.logging,jdk.unsupported");

        Surroundings.Outcome outcome = Surroundings.ordinary()
                .with("JDK_JAVA_OPTIONS", "-Xmx128m -Dit.small.runtime=runtime")
                .onRuntime(runtime)
                .run(Map.of(), SmallRuntimeTestCase.class);

        assertThat(outcome.results())
                .singleElement()
                .satisfies(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
    }

    private static void link(Path runtime, String modules) throws Exception {
        Process jlink = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                        "--add-modules",
                        modules,
                        "--output",
                        runtime.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(jlink.getInputStream().readAllBytes(), UTF_8);
        assertThat(jlink.waitFor()).as(said).isZero();
        assertThat(Files.isExecutable(runtime.resolve("bin/java"))).isTrue();
    }
}

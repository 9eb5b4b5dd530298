package org.isolatedmounts.it.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody stops a build in the middle of an isolated test. */
@Timeout(600)
class StoppedMavenTests {

    private static final Duration CLEAN = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    /** As a terminal sends it to all processes of the build, in no certain order. */
    @Test
    void controlCLeavesNothing() throws Exception {
        stop("INT", true);
    }

    /** As a CI server ends a job: to Maven alone. */
    @Test
    @Tag("full")
    void theEndOfMavenLeavesNothing() throws Exception {
        stop("TERM", false);
    }

    private void stop(String signal, boolean all) throws Exception {
        SampleProject project = SampleProject.copy("failfast", directory);
        project.addIsolatedTwins();
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(project.mvnCommand("test", "-Dtest=sample.isolated.ZHangingTest"));
        Process maven = project.start(command, Map.of());
        awaitTrace(project, maven);

        List<Long> targets = all ? project.processIds() : List.of(maven.pid());
        Stream<String> kill =
                Stream.concat(Stream.of("kill", "-" + signal), targets.stream().map(Object::toString));
        new ProcessBuilder(kill.toList()).inheritIO().start().waitFor();

        assertThat(maven.waitFor(CLEAN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        project.awaitNoProcess(CLEAN);
    }

    private static void awaitTrace(SampleProject project, Process maven) throws Exception {
        while (!Files.exists(project.directory().resolve("traces.txt"))) {
            assertThat(maven.isAlive())
                    .as(() -> "Maven goes on: " + read(project.output()))
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}

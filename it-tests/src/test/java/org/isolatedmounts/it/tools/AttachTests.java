package org.isolatedmounts.it.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.isolatedmounts.it.harness.Surroundings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tools that know a JVM by its process id find the right one, among the forks of two builds at the same time. */
@Tag("serial")
@Timeout(180)
class AttachTests {

    private static final Map<String, String> PARALLEL =
            Map.of("junit.jupiter.execution.parallel.enabled", "true", "isolatedmounts.forks", "3");

    @Test
    void eachForkHasAnIdThatNoOtherHas() throws Exception {
        Path directory = Files.createDirectories(Path.of(AttachTestCase.HIDDEN));
        try {
            CompletableFuture<Surroundings.Outcome> other = CompletableFuture.supplyAsync(() -> build(directory));
            List<Surroundings.Outcome> builds = List.of(build(directory), other.join());

            List<String> ids = new ArrayList<>();
            for (Surroundings.Outcome build : builds) {
                assertThat(build.results())
                        .hasSize(7)
                        .allSatisfy(result -> assertThat(result.successful())
                                .as(result.stackTrace())
                                .isTrue());
                build.output().lines().filter(line -> line.startsWith("pid ")).forEach(ids::add);
                assertThat(build.errors()).isEmpty();
            }
            assertThat(ids).hasSize(14).doesNotHaveDuplicates();
            assertThat(directory).isEmptyDirectory();
            assertThat(traces(ids)).isEmpty();
        } finally {
            Files.delete(directory);
            Files.delete(directory.resolveSibling(""));
        }
    }

    private static Surroundings.Outcome build(Path directory) {
        try {
            return Surroundings.ordinary()
                    .in(directory, UnaryOperator.identity())
                    .run(PARALLEL, AttachTestCase.class);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What attaching makes in the directory for temporary files. */
    private static List<String> traces(List<String> ids) throws IOException {
        List<String> traces = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/tmp"), ".{java_pid,attach_pid}*")) {
            files.forEach(file -> traces.add(file.getFileName().toString()));
        }
        traces.removeIf(name -> ids.stream().noneMatch(id -> name.endsWith("_pid" + id.substring("pid ".length()))));
        return traces;
    }
}

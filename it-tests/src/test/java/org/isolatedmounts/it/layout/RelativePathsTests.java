package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.isolatedmounts.it.harness.Surroundings;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A relative path names the same file as its absolute form, under every layout. */
@Tag("serial")
@Timeout(120)
@ExtendWith(HostPlace.class)
class RelativePathsTests {

    @Test
    void workingDirectoryIsThatOfTheLayout() throws Exception {
        Path project = Files.createDirectory(Path.of(HiddenDirectoriesTests.PROJECT));
        Files.writeString(project.resolve("file"), "of the host");

        List<TestResult> results = Surroundings.ordinary()
                .in(project, UnaryOperator.identity())
                .run(Map.of(), RelativePathsTestCase.class)
                .results();

        assertThat(results)
                .hasSize(6)
                .allSatisfy(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
        assertThat(project.toFile().list()).containsExactly("file");
    }
}

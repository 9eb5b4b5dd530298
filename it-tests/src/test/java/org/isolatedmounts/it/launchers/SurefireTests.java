package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One Maven does them all, one after the other, as its start takes longer than they do. */
class SurefireTests {

    @Test
    void withClassLoadersOfItsOwn(@TempDir Path directory) throws Exception {
        run(directory, "isolated-class-loader", "in-maven");
    }

    @Test
    @Tag("matrix")
    void withJvmsOfAllKinds(@TempDir Path directory) throws Exception {
        run(directory, "manifest-jar", "class-path", "two-jvms", "jvm-per-class");
    }

    @Test
    @Tag("matrix")
    void asFailsafe(@TempDir Path directory) throws Exception {
        LaunchedProject project = LaunchedProject.copy(directory);
        SampleProject.Result result =
                project.mvn("test-compile", "failsafe:integration-test@failsafe", "failsafe:verify@failsafe");

        assertThat(result.status()).as(result.output()).isEqualTo(1);
        assertThat(result.output())
                .contains(
                        "Tests run: 4, Failures: 1, Errors: 0, Skipped: 0",
                        "maven-failsafe-plugin:3.6.1:verify (failsafe) on project launchers: There are test failures");
        project.assertRanWhereItBelongs("failsafe");
        project.assertSurefireReports("target/failsafe");
    }

    private static void run(Path directory, String... executions) throws Exception {
        LaunchedProject project = LaunchedProject.copy(directory);
        List<String> goals = new ArrayList<>(List.of("test-compile"));
        Stream.of(executions).map(id -> "surefire:test@" + id).forEach(goals::add);
        SampleProject.Result result = project.mvn(goals.toArray(String[]::new));
        assertThat(result.status()).as(result.output()).isZero();

        for (String execution : executions) {
            project.assertRanWhereItBelongs(execution);
            project.assertSurefireReports("target/" + execution);
        }
    }
}

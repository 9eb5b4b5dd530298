package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the listeners that a user registers are called in the host JVM, and which in forks. */
class UserListenersTests {

    @TempDir
    Path directory;

    @Test
    void sessionsAreSetUpInForksToo() throws Exception {
        List<String> traces = run("SUCCESSFUL");

        assertThat(traces.stream().filter(line -> !isOfHost(line)).map(UserListenersTests::what))
                .containsExactlyInAnyOrder("opened", "closed", "opened", "closed");
    }

    @Test
    @Tag("matrix")
    void sessionsAreSetUpOnTheHostOnlyWhereThatIsWanted() throws Exception {
        List<String> traces = run("FAILED", "-Disolatedmounts.session-listeners=false");

        assertThat(traces).allMatch(UserListenersTests::isOfHost);
    }

    private List<String> run(String outcome, String... options) throws Exception {
        LaunchedProject project = LaunchedProject.copy("listeners", directory);
        project.compile();
        SampleProject.Result result = UserLauncher.run(project, List.of(options));
        List<String> traces = project.linesOfTraces();

        assertThat(traces.stream().filter(UserListenersTests::isOfHost).map(UserListenersTests::what))
                .as(result.output())
                .containsExactlyInAnyOrder(
                        "opened",
                        "filtered first()",
                        "filtered second()",
                        "discovered",
                        "first() " + outcome,
                        "second() " + outcome,
                        "closed");
        return traces;
    }

    private static boolean isOfHost(String line) {
        return line.endsWith(Launch.hostNamespace());
    }

    private static String what(String line) {
        return line.substring(0, line.lastIndexOf(' '));
    }
}

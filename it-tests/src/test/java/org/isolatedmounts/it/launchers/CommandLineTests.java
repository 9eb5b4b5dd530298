package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Launchers that are started from the command line and print their results. */
class CommandLineTests {

    private static final ConsoleLauncher CONSOLE = ConsoleLauncher.onThisJdk("1.14.4");

    @TempDir
    Path directory;

    @Test
    @Tag("matrix")
    void consoleLauncherAsAJar() throws Exception {
        run(1, CONSOLE::asAJar);
    }

    @Test
    @Tag("matrix")
    void consoleLauncherOnTheClassPath() throws Exception {
        run(1, CONSOLE::onTheClassPath);
    }

    @Test
    void launcherInUserCodeWithAContextClassLoader() throws Exception {
        run(0, project -> UserLauncher.run(project, List.of()));
    }

    @Test
    void consoleLauncherThatSelectsAModule() throws Exception {
        run(1, CONSOLE::ofAModule);
    }

    private interface Launch {
        SampleProject.Result of(LaunchedProject project) throws Exception;
    }

    private void run(int status, Launch launch) throws Exception {
        LaunchedProject project = LaunchedProject.copy(directory);
        project.compile();

        SampleProject.Result result = launch.of(project);

        assertThat(result.status()).as(result.output()).isEqualTo(status);
        LaunchedProject.assertPrinted(result.output());
        project.assertRanWhereItBelongs("unnamed");
    }
}

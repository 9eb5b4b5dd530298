package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.it.harness.ExtensionJar;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The extension as it was compiled, on other versions of JUnit and of the JDK; the build itself runs on 5.14. */
class VersionsTests {

    @TempDir
    Path directory;

    @Test
    void theNewestJUnitOnTheNewestJdk() throws Exception {
        run("6.1.3", 25);
    }

    @ParameterizedTest
    @CsvSource({
        "1.12.2, 17", "1.13.4, 17", "1.14.4, 17", "6.0.3, 17", "6.1.3, 17",
        "1.12.2, 25", "1.13.4, 25", "1.14.4, 25", "6.0.3, 25", "6.1.3, 25"
    })
    @Tag("matrix")
    void everyJUnitOnEveryJdk(String junit, int jdk) throws Exception {
        run(junit, jdk);
    }

    private void run(String junit, int jdk) throws Exception {
        LaunchedProject project = LaunchedProject.copy(directory);
        project.compile();

        SampleProject.Result result = new ConsoleLauncher(junit, Jdk.ofVersion(jdk)).asAJar(project);

        assertThat(result.status()).as(result.output()).isEqualTo(1);
        LaunchedProject.assertPrinted(result.output());
        project.assertRanWhereItBelongs("unnamed");
    }

    @Test
    void anOlderJUnitIsRefusedOnce() throws Exception {
        LaunchedProject project = LaunchedProject.copy(directory);
        project.compile();

        SampleProject.Result result = ConsoleLauncher.onThisJdk("1.11.4").asAJar(project);

        assertThat(result.status()).isNotZero();
        assertThat(result.output())
                .containsOnlyOnce("@IsolatedMounts: isolated-mounts needs JUnit 5.12 (JUnit Platform 1.12) or later but"
                        + " finds junit-platform-console-standalone 1.11.4 (")
                .contains("Fix: raise the version of JUnit")
                .doesNotContain("NoSuchMethodError", "NoClassDefFoundError");
        assertThat(project.linesOfTraces()).isEmpty();
    }

    @Test
    @Tag("matrix")
    void twoCopiesAreRefusedOnce() throws Exception {
        LaunchedProject project = LaunchedProject.copy(directory);
        project.compile();
        Path jar = project.path("second.jar");
        ExtensionJar.copyTo(jar);
        List<Path> entries = new ArrayList<>(project.classPath());
        entries.add(jar);

        SampleProject.Result result = ConsoleLauncher.onThisJdk("1.14.4").asAJar(project, entries);

        assertThat(result.status()).isNotZero();
        assertThat(result.output())
                .containsOnlyOnce("@IsolatedMounts: isolated-mounts is on the class path 2 times: "
                        + TestClassPath.of(IsolatedMounts.class) + " and " + jar + ". Fix: ");
        assertThat(project.linesOfTraces()).isEmpty();
    }
}

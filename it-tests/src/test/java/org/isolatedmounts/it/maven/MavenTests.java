package org.isolatedmounts.it.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project has JUnit's BOM, {@code junit-jupiter} and isolated-mounts, and no launcher: Surefire brings that itself.
 */
class MavenTests {

    @TempDir
    static Path directory;

    private static SampleProject project;

    @BeforeAll
    static void copyProject() throws Exception {
        project = SampleProject.copy("outcomes", directory);
        project.addIsolatedTwins();
    }

    @Test
    @Tag("full")
    void aPassingTestLetsTheBuildPass() throws Exception {
        SampleProject.Result result = project.mvn("test", "-Dtest=sample.isolated.PassingTest");

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(Files.readString(project.report("sample.isolated.PassingTest")))
                .contains("passes", "<testcase")
                .doesNotContain("<failure", "<error");
    }

    @Test
    void reportsAreTheSameAsWithoutIsolation() throws Exception {
        SampleProject.Result result = project.mvn("test", "-Dtest=OutcomesTest*");

        assertThat(result.status()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains("Tests run: 26, Failures: 8, Errors: 6, Skipped: 4");
        String plain = SurefireReport.normalised(project.report("sample.plain.OutcomesTest"));
        assertThat(plain).contains("<testcase", "<system-out>", "<system-err>", "<failure", "<error", "<skipped");
        assertThat(SurefireReport.normalised(project.report("sample.isolated.OutcomesTest")))
                .isEqualTo(plain);
    }
}

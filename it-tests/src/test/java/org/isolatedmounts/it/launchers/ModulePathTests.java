package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surefire puts a project with a module descriptor on the module path, and patches its tests into the module. */
class ModulePathTests {

    @TempDir
    Path directory;

    @Test
    void aModuleUnderTest() throws Exception {
        try (LaunchedProject project = LaunchedProject.copy(directory)) {
            Files.writeString(project.path("src/main/java/module-info.java"), "module sample { exports sample; }");

            SampleProject.Result result = project.mvn("test-compile", "surefire:test@manifest-jar");

            assertThat(result.status()).as(result.output()).isZero();
            project.assertRanWhereItBelongs("manifest-jar");
            project.assertSurefireReports("target/manifest-jar");
        }
    }
}

package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surefire puts a project with a module descriptor on the module path, and patches its tests into the module. */
class ModulePathTests {

    @TempDir
    Path directory;

    @Test
    void aModuleUnderTest() throws Exception {
        LaunchedProject project = LaunchedProject.copy(directory);
        Files.writeString(project.path("src/main/java/module-info.java"), "module sample { exports sample; }");

        SampleProject.Result result = project.mvn("test-compile", "surefire:test@manifest-jar");

        assertThat(result.status()).as(result.output()).isZero();
        project.assertRanWhereItBelongs("manifest-jar");
        project.assertSurefireReports("target/manifest-jar");
    }

    /** Then JUnit and isolated-mounts are modules too, and Jupiter's engine exports nothing; the error says what to do. */
    @Test
    @Tag("matrix")
    void testsWithAModuleDescriptorOfTheirOwn() throws Exception {
        LaunchedProject project = LaunchedProject.copy(directory);
        Files.writeString(project.path("src/main/java/module-info.java"), "module sample { exports sample; }");
        Files.writeString(project.path("src/test/java/module-info.java"), """
                open module sample {
                    exports sample;
                    requires org.isolatedmounts;
                    requires org.junit.jupiter.api;
                    requires org.junit.jupiter.params;
                }
                """);

        SampleProject.Result refused = project.mvn("test-compile", "surefire:test@manifest-jar");

        assertThat(refused.status()).as(refused.output()).isEqualTo(1);
        assertThat(project.linesOfTraces()).isEmpty();
        Matcher options =
                Pattern.compile("<argLine>\\) ((--add-exports \\S+ ?){3})").matcher(refused.output());
        assertThat(options.find()).as(refused.output()).isTrue();

        SampleProject.Result result =
                project.mvn("-DargLine=" + options.group(1).strip(), "surefire:test@manifest-jar");

        assertThat(result.status()).as(result.output()).isZero();
        project.assertRanWhereItBelongs("manifest-jar");
        project.assertSurefireReports("target/manifest-jar");
    }
}

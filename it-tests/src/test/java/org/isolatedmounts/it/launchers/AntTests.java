package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.maven.SampleProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task {@code junitlauncher}; Debian's Ant with {@code ant-optional} has it. */
@Tag("ant")
class AntTests {

    @TempDir
    Path directory;

    /** A class loader that is no URLClassLoader has all of it, JUnit too. */
    @Test
    @Tag("full")
    void inTheJvmOfAnt() throws Exception {
        run("in-ant");
    }

    @Test
    @Tag("matrix")
    void inAJvmOfItsOwn() throws Exception {
        run("in-a-jvm");
    }

    private void run(String target) throws Exception {
        LaunchedProject project = LaunchedProject.copy(directory);
        project.compile();
        Path reports = Files.createDirectory(project.path("target/" + target));
        List<Path> classPath = new ArrayList<>(project.classPath());
        classPath.addAll(TestClassPath.junit());

        SampleProject.Result result =
                project.run(List.of("ant", "-Dclass.path=" + TestClassPath.join(classPath), target), Map.of());

        assertThat(result.status()).as(result.output()).isZero();
        project.assertRanWhereItBelongs("unnamed");
        assertThat(Files.readString(reports.resolve("TEST-sample.PlainTest.xml")))
                .contains("tests=\"1\"", "failures=\"0\"", "skipped=\"0\"");
        assertThat(Files.readString(reports.resolve("TEST-sample.MountedTest.xml")))
                .contains("tests=\"3\"", "failures=\"1\"", "skipped=\"0\"")
                .containsOnlyOnce("<system-out>printed in a fork\n</system-out>")
                .containsOnlyOnce("<system-err>printed in a fork, as an error\n</system-err>")
                .containsOnlyOnce("<failure message=\"the message ==&gt; expected: ")
                .contains("MountedTest.fails(MountedTest.java:");
    }
}

package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.maven.SampleProject;

/**
 * A copy of a sample project. However {@code launchers} is run, its plain test belongs into the host JVM, its isolated
 * ones into forks, and nothing may be left behind.
 */
final class LaunchedProject {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path SELF = Path.of("/proc/self");

    private final SampleProject project;

    private LaunchedProject(SampleProject project) {
        this.project = project;
    }

    static LaunchedProject copy(Path temporary) throws Exception {
        return copy("launchers", temporary);
    }

    static LaunchedProject copy(String name, Path temporary) throws Exception {
        return new LaunchedProject(SampleProject.copy(name, temporary));
    }

    void addIsolatedTwins() throws IOException {
        project.addIsolatedTwins();
    }

    SampleProject.Result mvn(String... arguments) throws Exception {
        return watched(() -> project.mvn(arguments));
    }

    SampleProject.Result run(List<String> command, Map<String, String> environment) throws Exception {
        return watched(() -> project.run(command, environment));
    }

    private interface Run {
        SampleProject.Result start() throws Exception;
    }

    private SampleProject.Result watched(Run run) throws Exception {
        Set<String> mounts = mounts();
        SampleProject.Result result = run.start();
        project.awaitNoProcess(PATIENCE);
        assertThat(mounts()).isEqualTo(mounts);
        return result;
    }

    private static Set<String> mounts() throws IOException {
        return Set.copyOf(Files.readAllLines(SELF.resolve("mountinfo")));
    }

    /** Compiles the project without any tool that would then run it, with libraries that come before those of this JVM. */
    void compile(Path... libraries) throws IOException {
        if (Files.exists(path("src/main/java"))) {
            compile("src/main/java", "target/classes", List.of(libraries));
        }
        List<Path> classPath = Stream.concat(Stream.of(path("target/classes")), Stream.of(libraries))
                .toList();
        compile("src/test/java", "target/test-classes", classPath);
    }

    private void compile(String sources, String classes, List<Path> classPath) throws IOException {
        List<Path> entries = new ArrayList<>(classPath);
        entries.addAll(TestClassPath.all());
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-encoding", "UTF-8"));
        arguments.addAll(
                List.of("-cp", TestClassPath.join(entries), "-d", path(classes).toString()));
        try (Stream<Path> files = Files.walk(path(sources))) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).isZero();
    }

    /** All but JUnit. */
    List<Path> classPath() throws Exception {
        List<Path> entries = new ArrayList<>(
                List.of(path("target/classes"), path("target/test-classes"), path("src/test/resources")));
        entries.addAll(TestClassPath.extension());
        return entries;
    }

    Path path(String relative) {
        return project.directory().resolve(relative);
    }

    private Path traces() {
        return path("traces.txt");
    }

    List<String> linesOfTraces() throws IOException {
        return Files.exists(traces()) ? Files.readAllLines(traces()) : List.of();
    }

    /** Each isolated test left its trace in a namespace of its fork, the plain one in that of the host. */
    void assertRanWhereItBelongs(String launcher) throws IOException {
        String host = Launch.hostNamespace();
        List<String> lines = linesOfTraces();
        assertThat(lines).containsOnlyOnce(launcher + " PlainTest " + host);
        assertThat(lines)
                .filteredOn(line -> line.startsWith(launcher + " MountedTest "))
                .hasSize(3)
                .noneMatch(line -> line.endsWith(host));
    }

    /** The plain test and all isolated ones but the one that is to fail have passed, says Surefire. */
    void assertSurefireReports(String directory) throws IOException {
        assertThat(Files.readString(path(directory).resolve("TEST-sample.PlainTest.xml")))
                .contains("tests=\"1\"", "failures=\"0\"", "errors=\"0\"", "skipped=\"0\"");
        assertThat(Files.readString(path(directory).resolve("TEST-sample.MountedTest.xml")))
                .contains("tests=\"3\"", "failures=\"1\"", "errors=\"0\"", "skipped=\"0\"")
                .containsOnlyOnce("<system-out><![CDATA[printed in a fork\n]]></system-out>")
                .containsOnlyOnce("<system-err><![CDATA[printed in a fork, as an error\n]]></system-err>")
                .containsOnlyOnce("<failure message=\"the message ==&gt; expected: &lt;expected&gt; but was:")
                .contains("MountedTest.fails(MountedTest.java:");
    }

    /** The same, as JUnit's own summary tells it. */
    static void assertPrinted(String output) {
        assertThat(output)
                .containsOnlyOnce("printed in a fork\n")
                .containsOnlyOnce("printed in a fork, as an error\n")
                .containsPattern("4 tests found +\\]")
                .containsPattern("3 tests successful +\\]")
                .containsPattern("1 tests failed +\\]")
                .containsPattern("0 containers failed +\\]")
                .contains("AssertionFailedError: the message ==> expected: <expected> but was: <actual>")
                .contains("MountedTest.fails(MountedTest.java:");
    }
}

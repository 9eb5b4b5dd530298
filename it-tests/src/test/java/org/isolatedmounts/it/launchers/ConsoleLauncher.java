package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.BuildOutput;
import org.isolatedmounts.it.harness.ExtensionJar;
import org.isolatedmounts.it.maven.SampleProject;

/** JUnit's console launcher with all of JUnit in one jar, in a version and on a JDK of one's choice. */
public record ConsoleLauncher(String version, Path javaHome) {

    static ConsoleLauncher onThisJdk(String version) {
        return new ConsoleLauncher(version, Path.of(System.getProperty("java.home")));
    }

    /** The launcher makes a class loader for what is not in its jar. */
    SampleProject.Result asAJar(LaunchedProject project) throws Exception {
        return asAJar(project, project.classPath());
    }

    SampleProject.Result asAJar(LaunchedProject project, List<Path> entries) throws Exception {
        String classPath = TestClassPath.join(entries);
        return run(project, "-jar", jar().toString(), "execute", "--class-path", classPath);
    }

    /** Executes what the arguments select, and prints the tree of tests in ASCII. */
    SampleProject.Result execute(LaunchedProject project, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("-jar", jar().toString(), "execute"));
        command.addAll(List.of("--class-path", TestClassPath.join(project.classPath())));
        command.addAll(List.of("--disable-banner", "--disable-ansi-colors", "--details=tree", "--details-theme=ascii"));
        command.addAll(List.of(arguments));
        return project.run(command, Map.of());
    }

    SampleProject.Result onTheClassPath(LaunchedProject project) throws Exception {
        String main = "org.junit.platform.console.ConsoleLauncher";
        return run(project, "-cp", classPath(project), main, "execute");
    }

    /** Runs a main class of the project, which may use all of JUnit, with options of the JVM before its name. */
    SampleProject.Result ofTheProject(LaunchedProject project, String... command) throws Exception {
        List<String> words = new ArrayList<>(java());
        words.addAll(List.of("-cp", classPath(project)));
        words.addAll(List.of(command));
        return project.run(words, Map.of());
    }

    private String classPath(LaunchedProject project) throws Exception {
        return TestClassPath.join(
                Stream.concat(Stream.of(jar()), project.classPath().stream()).toList());
    }

    /** The tests are in a jar that is an automatic module, all else is on the class path. */
    SampleProject.Result ofAModule(LaunchedProject project) throws Exception {
        Path module = project.path("sample.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(module))) {
            for (String directory : List.of("target/classes", "target/test-classes")) {
                ExtensionJar.addFiles(project.path(directory), jar);
            }
        }
        List<Path> classPath = Stream.concat(Stream.of(jar()), TestClassPath.extension().stream())
                .toList();
        List<String> words = new ArrayList<>(java());
        words.addAll(List.of("--module-path", module.toString(), "--add-modules", "sample"));
        words.addAll(List.of("-cp", TestClassPath.join(classPath), "org.junit.platform.console.ConsoleLauncher"));
        words.addAll(List.of("execute", "--disable-banner", "--select-module", "sample"));
        return project.run(words, Map.of());
    }

    private SampleProject.Result run(LaunchedProject project, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(java());
        words.addAll(List.of(arguments));
        words.addAll(List.of(
                "--disable-banner",
                "--scan-class-path",
                project.path("target/test-classes").toString()));
        return project.run(words, Map.of());
    }

    /** Its command for runs that are over before a better compiler, or an archive of classes, would have paid. */
    private List<String> java() {
        return List.of(
                javaHome.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Disolatedmounts.cache=" + BuildOutput.cache());
    }

    public Path jar() {
        Path jar = BuildOutput.junit().resolve("junit-platform-console-standalone-" + version + ".jar");
        assertThat(Files.isRegularFile(jar))
                .as("%s is there; mvn generate-test-resources copies it", jar)
                .isTrue();
        return jar;
    }
}

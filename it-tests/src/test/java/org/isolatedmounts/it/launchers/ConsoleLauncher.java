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
        List<String> command =
                new ArrayList<>(List.of(javaHome.resolve("bin/java").toString(), "-jar", jar().toString(), "execute"));
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
        String java = javaHome.resolve("bin/java").toString();
        return project.run(
                Stream.concat(Stream.of(java, "-cp", classPath(project)), Stream.of(command))
                        .toList(),
                Map.of());
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
        return project.run(
                List.of(
                        javaHome.resolve("bin/java").toString(),
                        "--module-path",
                        module.toString(),
                        "--add-modules",
                        "sample",
                        "-cp",
                        TestClassPath.join(classPath),
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--disable-banner",
                        "--select-module",
                        "sample"),
                Map.of());
    }

    private SampleProject.Result run(LaunchedProject project, String... arguments) throws Exception {
        String java = javaHome.resolve("bin/java").toString();
        String tests = project.path("target/test-classes").toString();
        List<String> command = Stream.of(
                        Stream.of(java),
                        Stream.of(arguments),
                        Stream.of("--disable-banner", "--scan-class-path", tests))
                .flatMap(words -> words)
                .toList();
        return project.run(command, Map.of());
    }

    public Path jar() {
        Path jar = BuildOutput.junit().resolve("junit-platform-console-standalone-" + version + ".jar");
        assertThat(Files.isRegularFile(jar))
                .as("%s is there; mvn generate-test-resources copies it", jar)
                .isTrue();
        return jar;
    }
}

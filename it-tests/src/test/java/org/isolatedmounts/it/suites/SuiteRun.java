package org.isolatedmounts.it.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.isolatedmounts.it.maven.SampleProject;

/**
 * One run of a suite in a JVM and a working directory of its own.
 *
 * @param seconds what the launcher took
 * @param processorSeconds what its JVM and all that it started took of the processors, whatever else the machine did
 */
record SuiteRun(Observations observations, double seconds, double processorSeconds) {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Asks Maven what is on the class path of a suite; it is there while the project is open. */
    static String classPath(Suite suite, SampleProject project) throws Exception {
        Path file = project.directory().resolve("class-path.txt");
        SampleProject.Result result =
                project.mvn("-q", "-P" + suite.name(), "dependency:build-classpath", "-Dmdep.outputFile=" + file);
        assertThat(result.status()).as(result.output()).isZero();
        return Files.readString(file).strip();
    }

    static SuiteRun of(Suite suite, String classPath, Path temporary, String... parameters) throws Exception {
        Path tests = testsJar(suite, classPath);
        Path events = temporary.resolve("events");
        SampleProject project = SampleProject.copy("suites", temporary);
        unpackResources(tests, project.directory().resolve("src/test/resources"));
        Path files = Files.createDirectory(project.directory().resolve("tmp"));
        Path ours = Path.of(SuiteMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(suite.options());
        command.addAll(List.of(
                "-cp",
                classPath + File.pathSeparator + ours,
                "-Djava.io.tmpdir=" + files,
                SuiteMain.class.getName(),
                events.toString(),
                tests.toString(),
                suite.without(),
                "org.apache.commons."));
        command.addAll(List.of(parameters));
        SampleProject.Result result = project.run(command, Map.of("LC_ALL", "C.UTF-8"), LIMIT);
        assertThat(result.status()).as(result.output()).isZero();
        project.awaitNoProcess(PATIENCE);
        String[] times = result.output().strip().lines().reduce("", (a, b) -> b).split(" ", 2);
        return new SuiteRun(
                Observations.read(events), Long.parseLong(times[0]) / 1000.0, Long.parseLong(times[1]) / 1000.0);
    }

    private static Path testsJar(Suite suite, String classPath) {
        return List.of(classPath.split(File.pathSeparator)).stream()
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().matches(suite.name() + "-[0-9.]+-tests\\.jar"))
                .findFirst()
                .orElseThrow();
    }

    /** Tests find some files where they are in the sources of the suite. */
    private static void unpackResources(Path jar, Path directory) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.getName().endsWith(".class")) {
                    Path target = directory.resolve(entry.getName());
                    Files.createDirectories(target.getParent());
                    Files.copy(file.getInputStream(entry), target);
                }
            }
        }
    }
}

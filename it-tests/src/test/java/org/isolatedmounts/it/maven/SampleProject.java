package org.isolatedmounts.it.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of a project under {@code src/test/resources/projects}. */
final class SampleProject implements AutoCloseable {

    private static final long LIMIT_MINUTES = 5;

    record Result(int status, String output) {}

    private final Path directory;
    private final Path localRepository;

    private SampleProject(Path directory, Path localRepository) {
        this.directory = directory;
        this.localRepository = localRepository;
    }

    /** Where its files say {@code @project@}, they name the copy. */
    static SampleProject copy(String name, Path temporary) throws IOException, URISyntaxException {
        Path source =
                Path.of(SampleProject.class.getResource("/projects/" + name).toURI());
        Path target = Files.createDirectory(temporary.resolve(name));
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("@project@", target.toString()));
            }
        }
        return new SampleProject(target, LocalRepository.createIn(temporary));
    }

    /** Copies the classes of {@code sample.plain} to {@code sample.isolated}, the same line for line. */
    void addIsolatedTwins() throws IOException {
        Path plain = directory.resolve("src/test/java/sample/plain");
        Path isolated = Files.createDirectory(plain.resolveSibling("isolated"));
        try (Stream<Path> files = Files.list(plain)) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                String twin = source.replace("package sample.plain;", "package sample.isolated;")
                        .replaceFirst("(?m)^class ", "@org.isolatedmounts.IsolatedMounts class ");
                assertThat(twin).contains("@org.isolatedmounts.IsolatedMounts class ");
                Files.writeString(isolated.resolve(file.getFileName()), twin);
            }
        }
    }

    Result mvn(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(executable(), "-B", "-Dmaven.repo.local=" + localRepository));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // the poorest of locales: before JDK 18 it has no characters but those of ASCII
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_CONFIG"));
        Process maven = builder.start();
        boolean ended = maven.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly().waitFor();
        }
        String text = Files.readString(output);
        assertThat(ended).as("Maven ended: %s", text).isTrue();
        return new Result(maven.exitValue(), text);
    }

    /** That of the Maven which runs this test; without one, whatever the path has. */
    private static String executable() {
        String home = System.getProperty("isolatedmounts.it.maven-home");
        return home == null ? "mvn" : Path.of(home, "bin", "mvn").toString();
    }

    Path directory() {
        return directory;
    }

    Path report(String testClass) {
        return directory.resolve("target/surefire-reports/TEST-" + testClass + ".xml");
    }

    @Override
    public void close() throws IOException {
        LocalRepository.removeLinks(localRepository);
    }
}

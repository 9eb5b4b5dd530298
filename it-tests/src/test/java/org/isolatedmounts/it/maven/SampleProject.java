package org.isolatedmounts.it.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.isolatedmounts.it.harness.BuildOutput;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.Processes;

/** A copy of a project under {@code src/test/resources/projects}. */
public final class SampleProject {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    public record Result(int status, String output) {}

    private final Path directory;
    private final Path localRepository;
    private final String nonce = UUID.randomUUID().toString();

    private SampleProject(Path directory, Path localRepository) {
        this.directory = directory;
        this.localRepository = localRepository;
    }

    /** Where its files say {@code @project@}, they name the copy. */
    public static SampleProject copy(String name, Path temporary) throws IOException, URISyntaxException {
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
        return new SampleProject(target, LocalRepository.ofThisJvm());
    }

    /** Copies the classes of {@code sample.plain} to {@code sample.isolated}, the same line for line. */
    public void addIsolatedTwins() throws IOException {
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

    public Result mvn(String... arguments) throws IOException, InterruptedException {
        return run(mvnCommand(arguments), Map.of());
    }

    /** The command that runs Maven on this project. */
    public List<String> mvnCommand(String... arguments) {
        List<String> command = new ArrayList<>(List.of(executable(), "-B", "-Dmaven.repo.local=" + localRepository));
        command.add("-Disolatedmounts.cache=" + BuildOutput.cache());
        command.addAll(List.of(arguments));
        return command;
    }

    public Result run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        return run(command, environment, LIMIT);
    }

    /** Runs a command in the directory of the project; its standard input is empty. */
    public Result run(List<String> command, Map<String, String> environment, Duration limit)
            throws IOException, InterruptedException {
        Process process = start(command, environment);
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(output());
        assertThat(ended).as("%s ended: %s", command, text).isTrue();
        return new Result(process.exitValue(), text);
    }

    /** Starts a command, which writes to {@link #output}. */
    public Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // the poorest of locales: before JDK 18 it has no characters but those of ASCII
        builder.environment().put("LC_ALL", "C");
        builder.environment()
                .keySet()
                .removeAll(List.of(
                        "MAVEN_ARGS", "MAVEN_CONFIG", "ANT_OPTS", "ANT_ARGS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        // most of what Maven does, it does once
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(environment);
        builder.environment().put(HostJvm.MARKER, nonce);
        return builder.start();
    }

    public Path output() {
        return directory.resolve("output.txt");
    }

    /** The ids of all processes that were started here, daemonised or not. */
    public List<Long> processIds() throws IOException {
        return Processes.look().all().stream()
                .filter(process -> process.isMarked(nonce))
                .map(Processes.OneProcess::pid)
                .toList();
    }

    /** Waits until nothing is left of all processes that were started here, daemonised or not. */
    public void awaitNoProcess(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> left = processes();
        while (!left.isEmpty()) {
            assertThat(System.nanoTime() < deadline)
                    .as("left behind after %s: %s", patience, left)
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            left = processes();
        }
    }

    private List<String> processes() throws IOException {
        return Processes.look().all().stream()
                .filter(process -> process.isMarked(nonce))
                .map(Processes.OneProcess::describe)
                .toList();
    }

    /** That of the Maven which runs this test; without one, whatever the path has. */
    private static String executable() {
        String home = System.getProperty("it.maven-home");
        return home == null ? "mvn" : Path.of(home, "bin", "mvn").toString();
    }

    public Path directory() {
        return directory;
    }

    public Path report(String testClass) {
        return directory.resolve("target/surefire-reports/TEST-" + testClass + ".xml");
    }
}

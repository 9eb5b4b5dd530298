package org.isolatedmounts.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a host JVM is started in: a command that starts it, in which it may be denied something, and environment variables.
 *
 * @param command its last arguments are the command of the JVM; empty for none
 * @param workingDirectory of the JVM
 * @param replacedEntry of the class path, and by what
 * @param runtime the directory of the Java runtime
 */
public record Surroundings(
        List<String> command,
        Map<String, String> environment,
        Path workingDirectory,
        UnaryOperator<Path> replacedEntry,
        Path runtime) {

    private static final Path OWN_RUNTIME = Path.of(System.getProperty("java.home"));

    private static final long SECONDS = 60;

    /**
     * What came of it.
     *
     * @param results of tests, and of containers that did not simply succeed
     * @param children of the host JVM when all tests had ended, but not the session in which the supervisor lives
     * @param output what tests printed
     * @param errors what the host JVM printed to its standard error
     */
    public record Outcome(List<TestResult> results, List<String> children, String output, String errors) {

        public TestResult result(String name) {
            return results.stream()
                    .filter(result -> result.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not among " + results + "\n" + errors));
        }
    }

    public static Surroundings ordinary() {
        return new Surroundings(
                List.of(), Map.of(), Path.of("").toAbsolutePath(), UnaryOperator.identity(), OWN_RUNTIME);
    }

    public static Surroundings of(List<String> command) {
        return new Surroundings(command, Map.of(), Path.of("").toAbsolutePath(), UnaryOperator.identity(), OWN_RUNTIME);
    }

    public Surroundings with(String variable, String value) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(variable, value);
        return new Surroundings(command, variables, workingDirectory, replacedEntry, runtime);
    }

    public Surroundings in(Path directory, UnaryOperator<Path> replaced) {
        return new Surroundings(command, environment, directory, replaced, runtime);
    }

    public Surroundings onRuntime(Path directory) {
        return new Surroundings(command, environment, workingDirectory, replacedEntry, directory);
    }

    /** Runs test classes in a host JVM of their own; fails if that hangs. */
    public Outcome run(Map<String, String> parameters, Class<?>... testClasses)
            throws IOException, InterruptedException {
        Path files = Files.createTempDirectory("surroundings-");
        Path output = files.resolve("output");
        Path errors = files.resolve("errors");
        Process process = start(output, errors, parameters);
        try {
            write(process, Stream.of(testClasses).map(Class::getName).collect(Collectors.joining(" ", "run ", "\n")));
            List<TestResult> results = read(process, errors);
            List<String> children =
                    process.descendants().map(child -> commandLine(child.pid())).toList();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the host JVM does not end; it said:\n" + Files.readString(errors));
            }
            return new Outcome(results, children, Files.readString(output), Files.readString(errors));
        } finally {
            process.destroyForcibly().waitFor();
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
            Files.delete(files);
        }
    }

    private Process start(Path output, Path errors, Map<String, String> parameters) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(
                runtime.resolve("bin/java").toString(),
                "-cp",
                classPath(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                HostMain.class.getName(),
                output.toString()));
        parameters.forEach((name, value) -> words.add(name + "=" + value));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(workingDirectory.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String classPath() {
        return originalClassPath()
                .map(entry -> replacedEntry.apply(entry).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The entries of the class path that are no jars. */
    public static List<Path> directoriesOfClassPath() {
        return originalClassPath().filter(Files::isDirectory).toList();
    }

    private static Stream<Path> originalClassPath() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath());
    }

    private static void write(Process process, String line) throws IOException {
        process.getOutputStream().write(line.getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    private static List<TestResult> read(Process process, Path errors) throws IOException, InterruptedException {
        // what keeps the JVM longer than this is killed, which ends the stream
        Thread watchdog = new Thread(
                () -> {
                    try {
                        Thread.sleep(TimeUnit.SECONDS.toMillis(SECONDS));
                        process.destroyForcibly();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "watchdog of host JVM " + process.pid());
        watchdog.setDaemon(true);
        watchdog.start();
        List<TestResult> results = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = reader.readLine();
        while (line != null && !line.equals("done")) {
            TestResult result = TestResult.parse(line);
            if (result.isTest() || !result.successful()) {
                results.add(result);
            }
            line = reader.readLine();
        }
        watchdog.interrupt();
        watchdog.join();
        if (line == null) {
            throw new AssertionError(
                    "the host JVM ended, or was killed after " + SECONDS + " s; it said:\n" + Files.readString(errors));
        }
        return results;
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "ended";
        }
    }
}

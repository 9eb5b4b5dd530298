package org.isolatedmounts.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host JVM as a process of its own, with a working directory and a temporary directory of its own. */
public final class HostJvm implements HostProcess, AutoCloseable {

    /** In the environment of the host JVM and so of all that it starts, daemonised or not. */
    public static final String MARKER = "ISOLATEDMOUNTS_IT";

    private static final String END = "the host JVM has ended";

    private final String nonce = UUID.randomUUID().toString();
    private final Path base;
    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private HostJvm(List<String> options, Map<String, String> parameters, Map<String, String> environment)
            throws IOException {
        base = Files.createTempDirectory("host-jvm-");
        Files.createDirectory(temporaryDirectory());
        Files.createDirectory(workingDirectory());
        Files.createFile(outputFile());
        List<String> words = new ArrayList<>(List.of(
                // what starts this in the background may ignore them, and then all that is started does
                "env",
                "--default-signal=INT,HUP",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                "-Djava.io.tmpdir=" + temporaryDirectory(),
                "-Djunit.platform.reporting.output.dir=" + base.resolve("published"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // a file in /tmp that a killed JVM leaves behind, this one's, not ours
                "-XX:-UsePerfData"));
        words.addAll(options);
        words.addAll(List.of(HostMain.class.getName(), outputFile().toString()));
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putIfAbsent("isolatedmounts.cache", BuildOutput.cache().toString());
        all.forEach((name, value) -> words.add(name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workingDirectory().toFile())
                .redirectError(base.resolve("errors").toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        builder.environment().put(MARKER, nonce);
        process = builder.start();
        Thread reader = new Thread(this::readAnswers, "answers of host JVM " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    public static HostJvm start(List<String> options, Map<String, String> parameters) throws IOException {
        return new HostJvm(options, parameters, Map.of());
    }

    /** Starts one that looks for programs in this directory first. */
    public static HostJvm startWithPrograms(Path directory) throws IOException {
        return new HostJvm(List.of(), Map.of(), Map.of("PATH", directory + ":" + System.getenv("PATH")));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Override
    public String nonce() {
        return nonce;
    }

    @Override
    public Process process() {
        return process;
    }

    @Override
    public Path workingDirectory() {
        return base.resolve("work");
    }

    @Override
    public Path temporaryDirectory() {
        return base.resolve("tmp");
    }

    private Path outputFile() {
        return base.resolve("output");
    }

    /** What was printed to {@code System.out} so far. */
    public String output() throws IOException {
        return Files.readString(outputFile());
    }

    /** The bytes that were printed to {@code System.out} so far. */
    public byte[] outputBytes() throws IOException {
        return Files.readAllBytes(outputFile());
    }

    /** How many bytes were printed to {@code System.out} so far. */
    public long outputSize() throws IOException {
        return Files.size(outputFile());
    }

    /** What was printed to {@code System.err} so far. */
    public String errors() throws IOException {
        return Files.readString(base.resolve("errors"));
    }

    /** Tells the host JVM to run test classes, one after the other, in one launcher session with all before it. */
    public void begin(Class<?>... testClasses) {
        send(Stream.of(testClasses).map(Class::getName).collect(Collectors.joining(" ", "run ", "")));
    }

    /** Waits for the results of what was begun: those of tests, and of containers that did not simply succeed. */
    public List<TestResult> awaitResults(Duration patience) throws InterruptedException {
        List<TestResult> results = new ArrayList<>();
        long deadline = System.nanoTime() + patience.toNanos();
        for (String line = answer(deadline); !line.equals("done"); line = answer(deadline)) {
            TestResult result = TestResult.parse(line);
            if (result.isTest() || !result.successful()) {
                results.add(result);
            }
        }
        return results;
    }

    /** Whether something that was begun has ended by now. */
    public boolean hasAnswered() {
        return answers.contains("done") || answers.contains(END);
    }

    public List<TestResult> run(Duration patience, Class<?>... testClasses) throws InterruptedException {
        begin(testClasses);
        return awaitResults(patience);
    }

    /** Closes the launcher session; after that only the host JVM itself may be left. */
    public void closeSession(Duration patience) throws InterruptedException {
        send("close");
        String line = answer(System.nanoTime() + patience.toNanos());
        if (!line.equals("closed")) {
            throw new AssertionError("unexpected answer: " + line);
        }
    }

    private void send(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new AssertionError("the host JVM takes no commands", e);
        }
    }

    private String answer(long deadline) throws InterruptedException {
        String line = answers.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (line == null) {
            throw new AssertionError(describe("the host JVM did not answer in time"));
        }
        if (line.equals(END)) {
            throw new AssertionError(describe(END));
        }
        return line;
    }

    private String describe(String what) throws InterruptedException {
        try {
            String stacks = Stacks.of(this, Path.of(System.getProperty("java.home")));
            return what + "; " + stacks + "\nits errors:\n" + errors() + "\nits output:\n" + output();
        } catch (IOException e) {
            return what + "; " + e;
        }
    }

    private void readAnswers() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                answers.add(line);
            }
        } catch (IOException e) {
            answers.add("reading failed: " + e);
        } finally {
            answers.add(END);
        }
    }

    /** Ends the host JVM, by force if it does not end by itself, and removes its directories. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        FileTree.delete(base);
    }
}

package org.isolatedmounts.it.storm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.it.harness.BuildOutput;
import org.isolatedmounts.it.harness.FileTree;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.HostProcess;
import org.isolatedmounts.it.harness.HostState;
import org.isolatedmounts.it.harness.Stacks;
import org.isolatedmounts.it.launchers.ConsoleLauncher;
import org.isolatedmounts.it.launchers.Jdk;
import org.isolatedmounts.it.launchers.TestClassPath;
import org.isolatedmounts.it.storm.cases.Script;

/** One run of a storm in a JVM of its own, ended by a watchdog if it does not end by itself. */
final class StormJvm implements HostProcess, AutoCloseable {

    private static final Duration CLEAN = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 200;
    private static final int MOST_OUTPUT = 20_000;

    private final String nonce = UUID.randomUUID().toString();
    private final Path base = Files.createTempDirectory("storm-");
    private final Path javaHome;
    private final Duration bound;
    private final Process process;

    private StormJvm(Storm storm, List<Path> extension, List<String> options) throws Exception {
        bound = storm.bound();
        javaHome = Jdk.find(storm.jdk()).orElse(Path.of(System.getProperty("java.home")));
        Files.createDirectory(temporaryDirectory());
        Files.createDirectory(workingDirectory());
        List<Path> classPath = new ArrayList<>();
        classPath.add(new ConsoleLauncher(storm.junit(), javaHome).jar());
        classPath.add(TestClassPath.of(StormJvm.class));
        classPath.addAll(extension);
        List<String> words = new ArrayList<>(List.of(
                javaHome.resolve("bin/java").toString(),
                "-cp",
                TestClassPath.join(classPath),
                "-Djava.io.tmpdir=" + temporaryDirectory(),
                "-Djunit.platform.reporting.output.dir=" + base.resolve("published"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-D" + Script.SEED + "=" + storm.seed()));
        words.addAll(options);
        words.addAll(List.of(
                StormMain.class.getName(),
                base.resolve("told").toString(),
                Long.toString(storm.seed()),
                Integer.toString(storm.kept()),
                Boolean.toString(storm.cancels()),
                String.join(
                        ",",
                        storm.classes().stream()
                                .map(name -> Script.class.getPackageName() + "." + name)
                                .toList())));
        words.add("isolatedmounts.cache=" + BuildOutput.cache());
        storm.parameters().forEach((name, value) -> words.add(name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workingDirectory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("output").toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().put(HostJvm.MARKER, nonce);
        process = builder.start();
    }

    /** Nothing on the class path knows of isolation. */
    static Tale runPlain(Storm storm) throws Exception {
        try (StormJvm jvm = new StormJvm(storm, List.of(), List.of())) {
            return jvm.await();
        }
    }

    static Tale runIsolated(Storm storm, Path script) throws Exception {
        try (StormJvm jvm =
                new StormJvm(storm, TestClassPath.extension(), List.of("-D" + Script.FILE + "=" + script))) {
            return jvm.await();
        }
    }

    /** Waits for its end, and for that of all that it has started. */
    private Tale await() throws IOException, InterruptedException {
        HostState state = HostState.capture(this);
        long deadline = System.nanoTime() + bound.toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            state.observe();
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not ended after " + bound + "\n" + Stacks.of(this, javaHome) + "\n" + told());
            }
        }
        Tale tale = Tale.read(base.resolve("told"));
        if (process.exitValue() != 0 || !tale.ended()) {
            throw new AssertionError("exit status " + process.exitValue() + "\n" + told());
        }
        try {
            state.awaitNothingLeft(CLEAN);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + told(), e);
        }
        return tale;
    }

    private String told() throws IOException {
        String output = Files.readString(base.resolve("output"), ISO_8859_1);
        return "it told:\n" + Tale.read(base.resolve("told")) + "\nthe end of its output:\n"
                + output.substring(Math.max(0, output.length() - MOST_OUTPUT));
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

    @Override
    public void close() throws IOException {
        Stacks.kill(this);
        FileTree.delete(base);
    }
}

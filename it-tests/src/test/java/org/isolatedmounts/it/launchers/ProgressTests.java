package org.isolatedmounts.it.launchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.it.control.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The console launcher at a pseudo-terminal, which script(1) makes. */
@Timeout(120)
class ProgressTests {

    private static final String NAME = "[isolated-mounts]";
    private static final String ERASE = "\033[K";

    /** When a line would be there at the latest, and some more. */
    private static final long LONG_ENOUGH_SECONDS = 4;

    @TempDir
    Path directory;

    private Process started;

    /** Also after an assertion has failed, and before the directory is removed. */
    @AfterEach
    void endWhatWasStarted() throws Exception {
        if (started != null) {
            List<ProcessHandle> below = started.descendants().toList();
            started.destroyForcibly().waitFor();
            below.forEach(ProcessHandle::destroyForcibly);
            below.forEach(process -> process.onExit().join());
        }
    }

    @Test
    void aTerminalShowsALineThatGivesWayToOutput() throws Exception {
        assertShows(start(WaitingTestCase.class, "", Map.of()));
    }

    @Test
    @Tag("full")
    void forksThatRunAtTheSameTimeShareTheLine() throws Exception {
        String parameters = Stream.of(
                        "junit.jupiter.execution.parallel.enabled=true",
                        "junit.jupiter.execution.parallel.config.strategy=fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism=4",
                        "isolatedmounts.forks=4")
                .map(parameter -> " --config " + parameter)
                .collect(Collectors.joining());
        assertShows(start(WaitingTogetherTestCase.class, parameters, Map.of()));
    }

    private void assertShows(Process terminal) throws Exception {
        while (!output().contains(NAME + " 2 of 4 forks, ") && terminal.isAlive()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }

        String output = end(terminal);

        assertThat(output)
                .containsPattern("\r\033\\[K\\[isolated-mounts] 2 of 4 forks, \\d+\\.\\d/(s|min)\r")
                .containsPattern("forks, [^\n]*\r\r\033\\[Kprinted in a fork\r\n");
        // nothing of it is left to be seen
        assertThat(output.split("\n"))
                .noneMatch(line ->
                        line.substring(Math.max(0, line.lastIndexOf(ERASE))).contains(NAME));
    }

    @Test
    void aPipeGetsNothingOfIt() throws Exception {
        assertSilent(start(WaitingTestCase.class, " 2>&1 | cat", Map.of()));
    }

    @Test
    @Tag("full")
    void norDoesTheTerminalOfACiServer() throws Exception {
        assertSilent(start(WaitingTestCase.class, "", Map.of("CI", "true")));
    }

    private void assertSilent(Process terminal) throws Exception {
        new Gate(directory.resolve("waiting")).await();
        TimeUnit.SECONDS.sleep(LONG_ENOUGH_SECONDS);

        assertThat(end(terminal)).contains("printed in a fork").doesNotContain(NAME, "\033");
    }

    private Process start(Class<?> testClass, String more, Map<String, String> environment) throws Exception {
        ConsoleLauncher launcher = ConsoleLauncher.onThisJdk("1.14.4");
        List<Path> classPath = Stream.concat(
                        Stream.of(TestClassPath.of(ProgressTests.class)), TestClassPath.extension().stream())
                .toList();
        String command = Stream.of(
                        launcher.javaHome().resolve("bin/java").toString(),
                        Gate.option(directory),
                        "-jar",
                        launcher.jar().toString(),
                        "execute",
                        "--class-path",
                        TestClassPath.join(classPath),
                        "--disable-banner",
                        "--disable-ansi-colors",
                        "--select-class",
                        testClass.getName())
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        ProcessBuilder builder = new ProcessBuilder("script", "-qefc", command + more, "/dev/null")
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("terminal").toFile());
        builder.environment().keySet().removeAll(List.of("CI", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(Map.of("TERM", "xterm", "SHELL", "/bin/sh"));
        builder.environment().putAll(environment);
        started = builder.start();
        return started;
    }

    /** Lets the test go on, and the launcher come to its end. */
    private String end(Process terminal) throws Exception {
        new Gate(directory.resolve("go")).open();
        assertThat(terminal.waitFor()).as(output()).isZero();
        assertThat(output()).containsPattern("4 tests successful +\\]");
        return output();
    }

    private String output() throws Exception {
        return Files.readString(directory.resolve("terminal"));
    }
}

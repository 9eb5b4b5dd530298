package org.isolatedmounts.internal.availability.machine;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.availability.machine.CommandResult.Ending;
import org.isolatedmounts.internal.classpath.SupervisorClassPath;
import org.isolatedmounts.internal.classpath.SupervisorJvm;

/** The machine that this JVM runs on. */
public final class ThisMachine implements Machine {

    private final Duration timeout;

    public ThisMachine() {
        this(Duration.ofSeconds(10));
    }

    /** @param timeout of each command */
    public ThisMachine(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public String osName() {
        return System.getProperty("os.name", "");
    }

    @Override
    public Optional<String> read(String path) {
        // with a large buffer from the start: what is left of a number after a short read, the kernel does not give
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream file = new FileInputStream(path)) {
            for (int count; (count = file.read(buffer)) > 0; ) {
                bytes.write(buffer, 0, count);
            }
            return Optional.of(bytes.toString(StandardCharsets.ISO_8859_1)
                    .replace('\0', '\n')
                    .strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean isDirectory(String path) {
        return Files.isDirectory(Path.of(path));
    }

    @Override
    public boolean isEmptyDirectory(String path) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(path))) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, program))
                .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    @Override
    public Optional<List<String>> supervisorJvm(String temporaryDirectory) {
        return SupervisorClassPath.find().map(classPath -> SupervisorJvm.command(classPath, temporaryDirectory));
    }

    @Override
    public CommandResult run(List<String> command, byte[] input) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new CommandResult(command, Ending.NOT_STARTED, -1, String.valueOf(e.getMessage()));
        }
        Input.send(input, process.getOutputStream());
        Output output = new Output(process.getInputStream());
        try {
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                kill(process);
            }
            String text = output.text();
            return ended
                    ? CommandResult.exited(command, process.exitValue(), text)
                    : new CommandResult(command, Ending.TIMED_OUT, -1, text);
        } catch (InterruptedException e) {
            kill(process);
            Thread.currentThread().interrupt();
            return new CommandResult(command, Ending.TIMED_OUT, -1, "interrupted");
        }
    }

    /**
     * Children first: once their parent is dead, they cannot be found any more. By handles, as
     * {@link Process#destroyForcibly()} also closes the stream with what was said so far.
     */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }
}

package org.isolatedmounts.it.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.it.harness.ExtensionJar;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.Processes;

/** {@code java -jar isolated-mounts.jar}, with nothing else on its class path, in a directory that anybody may read. */
final class DoctorProcess {

    private static final long LIMIT_SECONDS = 120;

    /** Standard output and standard error apart. */
    record Outcome(int status, String output, String errors) {}

    private final Path jar;

    private DoctorProcess(Path jar) {
        this.jar = jar;
    }

    static DoctorProcess in(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path jar = directory.resolve("isolated mounts.jar");
        ExtensionJar.copyTo(jar);
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        return new DoctorProcess(jar);
    }

    Outcome run(String... arguments) throws Exception {
        return run(List.of(), Map.of(), arguments);
    }

    /** Runs in the surroundings and looks for what is left of it. */
    Outcome run(List<String> surroundings, Map<String, String> environment, String... arguments) throws Exception {
        String mark = UUID.randomUUID().toString();
        List<String> command = new ArrayList<>(surroundings);
        command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-jar"));
        command.add(jar.toString());
        command.addAll(List.of(arguments));
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(HostJvm.MARKER, mark);
        List<String> before = machine();

        Outcome outcome = run(command, variables);

        assertThat(machine()).isEqualTo(before);
        assertThat(Processes.look().all()).noneMatch(process -> process.isMarked(mark));
        assertThat(jar.getParent()).isDirectoryContaining(jar::equals);
        return outcome;
    }

    private static Outcome run(List<String> command, Map<String, String> environment) throws Exception {
        Path errors = Files.createTempFile("doctor", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectError(errors.toFile());
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            // what is longer than a pipe holds is read while it runs
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), output, Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }

    /** The mounts that are seen here, and the loop devices that hold our image. */
    private static List<String> machine() throws IOException {
        List<String> state = new ArrayList<>(Files.readAllLines(Path.of("/proc/self/mountinfo")));
        try (var devices = Files.newDirectoryStream(Path.of("/sys/block"), "loop*")) {
            for (Path device : devices) {
                Path file = device.resolve("loop/backing_file");
                if (Files.exists(file) && Files.readString(file).contains("image")) {
                    state.add(device + ": " + Files.readString(file));
                }
            }
        }
        return state;
    }
}

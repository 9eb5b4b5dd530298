package org.isolatedmounts.internal.supervisor.laying;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.linux.LinuxSystemCalls;

/** Stands where the supervisor's main stands: starts a fork for each scenario, a shell, and lays the layout in it. */
final class LaboratoryMain {

    private static final String FORK = "echo ready; read -r go; cd \"$1\" || exit 99; eval \"$2\"";

    private LaboratoryMain() {}

    public static void main(String[] args) throws IOException {
        String workDirectory = args[0];
        LayoutLayer layer = new LayoutLayer(new LinuxSystemCalls(), workDirectory);
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(System.out);
        while (in.read() != -1) {
            observe(Scenario.read(in), layer, workDirectory).write(out);
        }
    }

    private static Observation observe(Scenario scenario, LayoutLayer layer, String workDirectory) throws IOException {
        String before = ownMounts();
        Process fork = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--propagation",
                        "private",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount-proc",
                        "sh",
                        "-c",
                        FORK,
                        "sh",
                        scenario.workingDirectory(),
                        scenario.script())
                .redirectErrorStream(true)
                .start();
        String refusal = "";
        String namespace = "";
        String mountInfo = "";
        Map<String, String> throughLinks = Map.of();
        List<String> commands = List.of();
        StringBuilder output = new StringBuilder();
        try (BufferedReader fromFork = fork.inputReader(StandardCharsets.UTF_8)) {
            expect("ready", fromFork);
            try (LaidLayout laid = layer.lay(
                    workDirectory + "/proc/" + fork.pid(),
                    scenario.layout(),
                    scenario.keptPaths(),
                    scenario.workingDirectory())) {
                namespace = laid.namespace();
                mountInfo = laid.mountInfo();
                throughLinks = laid.throughLinks();
                commands = laid.commands();
                go(fork);
                fromFork.lines().forEach(line -> output.append(line).append('\n'));
            }
        } catch (LayoutRefusedException e) {
            refusal = String.valueOf(e.getMessage());
        } finally {
            fork.destroyForcibly();
        }
        return new Observation(
                refusal, namespace, mountInfo, throughLinks, commands, output.toString(), before.equals(ownMounts()));
    }

    private static void expect(String expected, BufferedReader fromFork) throws IOException {
        String line = fromFork.readLine();
        if (!expected.equals(line)) {
            throw new IOException("the fork said " + line + " instead of " + expected);
        }
    }

    private static void go(Process fork) throws IOException {
        fork.getOutputStream().write('\n');
        fork.getOutputStream().flush();
    }

    private static String ownMounts() throws IOException {
        return Files.readString(Path.of("/proc/self/mountinfo"), StandardCharsets.UTF_8);
    }
}

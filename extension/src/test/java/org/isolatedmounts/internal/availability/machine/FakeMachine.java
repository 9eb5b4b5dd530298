package org.isolatedmounts.internal.availability.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.isolatedmounts.internal.availability.trial.Stage;

/** A healthy Linux machine, until it is told otherwise. */
public class FakeMachine implements Machine {

    public static final String ORDINARY_USER = status("1000", "0000000000000000", "0");
    public static final String ROOT = status("0", "000001ffffffffff", "0");
    public static final String ROOT_OF_A_CONTAINER = status("0", "00000000a80425fb", "2");

    public String osName = "Linux";
    public final Map<String, String> files = new HashMap<>(Map.of(
            "/proc/self/status", ORDINARY_USER,
            "/proc/sys/kernel/osrelease", "6.8.0-31-generic",
            "/proc/self/mountinfo", "21 1 8:1 / / rw - ext4 /dev/sda1 rw"));
    public final Set<String> paths = new HashSet<>(Set.of("/proc/self/ns/user", "/proc/self/ns/pid"));
    public final Set<String> directories = new HashSet<>(Set.of("/sys/kernel/debug"));
    public final Set<String> emptyDirectories = new HashSet<>();
    public final Set<String> programs = new HashSet<>(Set.of("sh", "unshare", "mount", "setpriv"));
    public boolean hasJnr = true;
    public final List<List<String>> commands = new ArrayList<>();
    private final Map<List<String>, CommandResult> results = new HashMap<>();
    private Predicate<List<String>> failing = command -> false;
    private String failure = "";

    public static String status(String uid, String effectiveCapabilities, String seccomp) {
        return """
                Name:\tjava
                Uid:\t%1$s\t%1$s\t%1$s\t%1$s
                Gid:\t%1$s\t%1$s\t%1$s\t%1$s
                CapEff:\t%2$s
                CapBnd:\t%2$s
                NoNewPrivs:\t0
                Seccomp:\t%3$s""".formatted(uid, effectiveCapabilities, seccomp);
    }

    public FakeMachine file(String path, String content) {
        files.put(path, content);
        return this;
    }

    public FakeMachine sysctl(String name, int value) {
        return file("/proc/sys/" + name.replace('.', '/'), String.valueOf(value));
    }

    public FakeMachine path(String path) {
        paths.add(path);
        return this;
    }

    public FakeMachine fails(Stage stage, String output) {
        return answers(stage.command(this, ProcStatus.of(this).orElseThrow()), 1, output);
    }

    /** Whatever is not answered otherwise. */
    public FakeMachine failsWhere(Predicate<List<String>> matching, String output) {
        failing = matching;
        failure = output;
        return this;
    }

    public FakeMachine ends(Stage stage, CommandResult.Ending ending) {
        List<String> command = stage.command(this, ProcStatus.of(this).orElseThrow());
        results.put(command, new CommandResult(command, ending, -1, ""));
        return this;
    }

    public FakeMachine answers(List<String> command, int status, String output) {
        results.put(command, CommandResult.exited(command, status, output));
        return this;
    }

    @Override
    public String osName() {
        return osName;
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public boolean exists(String path) {
        return paths.contains(path);
    }

    @Override
    public boolean isDirectory(String path) {
        return directories.contains(path) || emptyDirectories.contains(path);
    }

    @Override
    public boolean isEmptyDirectory(String path) {
        return emptyDirectories.contains(path);
    }

    @Override
    public boolean onPath(String program) {
        return programs.contains(program);
    }

    @Override
    public Optional<List<String>> supervisorJvm(String temporaryDirectory) {
        return hasJnr ? Optional.of(List.of("java", "-cp", "jars")) : Optional.empty();
    }

    @Override
    public CommandResult run(List<String> command, byte[] input) {
        commands.add(command);
        CommandResult other = failing.test(command)
                ? CommandResult.exited(command, 1, failure)
                : CommandResult.exited(command, 0, "");
        return results.getOrDefault(command, other);
    }
}

package org.isolatedmounts.internal.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.availability.machine.CommandResult;
import org.isolatedmounts.internal.availability.machine.Machine;

/** The machine as an ordinary user finds it, whom root becomes for each probe. */
final class OrdinaryUser implements Machine {

    /** Nobody's on most systems; it needs no entry in passwd(5). */
    static final int UID = 65_534;

    private static final List<String> BECOME = List.of(
            "setpriv",
            "--reuid=" + UID,
            "--regid=" + UID,
            "--clear-groups",
            "--inh-caps=-all",
            "--ambient-caps=-all",
            "--");

    private final Machine machine;

    OrdinaryUser(Machine machine) {
        this.machine = machine;
    }

    /** Whether root may become that user at all. */
    CommandResult become() {
        return run(List.of("cat", "/proc/self/status"));
    }

    @Override
    public String osName() {
        return machine.osName();
    }

    /** The files of a process are those of the one that reads them, and so have to be read by one of that user. */
    @Override
    public Optional<String> read(String path) {
        if (!path.startsWith("/proc/self/")) {
            return machine.read(path);
        }
        CommandResult result = run(List.of("cat", path));
        return result.succeeded()
                ? Optional.of(result.output().replace('\0', '\n').strip())
                : Optional.empty();
    }

    @Override
    public boolean exists(String path) {
        return machine.exists(path);
    }

    @Override
    public boolean isDirectory(String path) {
        return machine.isDirectory(path);
    }

    @Override
    public boolean isEmptyDirectory(String path) {
        return machine.isEmptyDirectory(path);
    }

    @Override
    public boolean onPath(String program) {
        return machine.onPath(program);
    }

    @Override
    public Optional<List<String>> supervisorJvm(String temporaryDirectory) {
        return machine.supervisorJvm(temporaryDirectory);
    }

    @Override
    public CommandResult run(List<String> command, byte[] input) {
        return machine.run(Stream.concat(BECOME.stream(), command.stream()).toList(), input);
    }
}

package org.isolatedmounts.internal.supervisor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.ForkProof;

/** The supervisor's private tmpfs, with a {@code /proc} of its pid namespace if the kernel allows one. */
public final class WorkDirectory {

    private final Path path;

    public WorkDirectory(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** The id of the user, as this namespace has it. */
    int owner() throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    Path createForkDirectory(long forkId) throws IOException {
        return Files.createDirectory(path.resolve("fork-" + forkId));
    }

    public boolean hasOwnProc() {
        return Files.exists(ownProc().resolve("self"));
    }

    /**
     * The directory in a proc file system for a process, named by the id that it has in the supervisor's pid namespace.
     */
    public Path procOf(long pid) {
        return hasOwnProc() ? ownProc().resolve(Long.toString(pid)) : searchHostProc(pid);
    }

    /** Whether a process has not ended yet; one that only waits to be reaped has. */
    public boolean isRunning(long pid) {
        try {
            String stat = Files.readString(procOf(pid).resolve("stat"), ISO_8859_1);
            // the name, in parentheses, may hold any character
            return "ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) < 0;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /**
     * The JVM of a fork, by the id of the supervisor's pid namespace: below {@code unshare} there is the shell, below that
     * the JVM. Nothing if it does not run yet, or if the only {@code /proc} is the host's, with its other ids.
     */
    OptionalLong firstGrandchildOf(long pid) throws IOException {
        Optional<Path> jvm = hasOwnProc() ? jvmBelow(pid) : Optional.empty();
        return jvm.map(process ->
                        OptionalLong.of(Long.parseLong(process.getFileName().toString())))
                .orElse(OptionalLong.empty());
    }

    /** The directory of the JVM of a fork in that proc file system in which {@link #procOf} finds its {@code unshare}. */
    public Optional<Path> jvmBelow(long pid) throws IOException {
        Optional<Path> shell = firstChildOf(procOf(pid));
        return shell.isPresent() ? firstChildOf(shell.get()) : shell;
    }

    private static Optional<Path> firstChildOf(Path process) throws IOException {
        Path name = process.getFileName();
        String children = Files.readString(process.resolve("task").resolve(name).resolve("children"));
        return Stream.of(children.split(" ", -1))
                .filter(child -> !child.isEmpty())
                .map(process::resolveSibling)
                .findFirst();
    }

    private Path ownProc() {
        return path.resolve("proc");
    }

    /** On the host's {@code /proc} the process has another number; NSpid in proc_pid_status(5) tells which. */
    private static Path searchHostProc(long pid) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            Path ownNamespace = Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> isIn(ownNamespace, process) && innermostPid(process) == pid)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no process has the id " + pid + " in " + ownNamespace));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(Path pidNamespace, Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/pid")).equals(pidNamespace);
        } catch (IOException e) {
            return false;
        }
    }

    private static long innermostPid(Path process) {
        try {
            return ForkProof.innermostPid(process);
        } catch (IOException e) {
            return -1;
        }
    }
}

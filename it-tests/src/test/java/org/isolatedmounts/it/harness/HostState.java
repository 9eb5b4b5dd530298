package org.isolatedmounts.it.harness;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.isolatedmounts.it.harness.Processes.OneProcess;

/**
 * What a host JVM and all that it started could leave behind on this machine: processes, mounts, mount namespaces,
 * files.
 */
public final class HostState {

    private static final Path SELF = Path.of("/proc/self");

    /** What JVMs and native libraries are known to leave in {@code /tmp}. */
    private static final Pattern OURS = Pattern.compile("(?i)(jffi|jnr|hs_err|core|\\.java_pid|\\.attach_pid).*");

    private final HostProcess host;
    private final Set<String> mountsBefore;
    private final Set<String> filesBefore;
    private final String ownNamespace;
    private final Set<OneProcess> seenProcesses = new HashSet<>();
    /** With the youngest process that was seen in each: the kernel soon gives the number to another namespace. */
    private final Map<String, Long> seenNamespaces = new HashMap<>();

    private final Set<OneProcess> foreigners;

    private HostState(HostProcess host) throws IOException {
        this.host = host;
        this.mountsBefore = mounts();
        this.filesBefore = names(Path.of("/tmp"));
        this.foreigners = Set.copyOf(Processes.look().all());
        this.ownNamespace = Files.readSymbolicLink(SELF.resolve("ns/mnt")).toString();
    }

    /** Captures what is there before the host JVM runs a test. */
    public static HostState capture(HostProcess host) throws IOException {
        return new HostState(host);
    }

    /** Remembers the processes and namespaces that are ours right now, so that they are missed when they stay. */
    public Processes observe() throws IOException {
        Processes processes = Processes.look();
        for (OneProcess process : processes.descendants(host.process().pid())) {
            if (!wasSeen(process)) {
                seenProcesses.add(process);
            }
            process.mountNamespaces()
                    .forEach(namespace -> seenNamespaces.merge(namespace, process.startTime(), Math::max));
        }
        seenNamespaces.remove(ownNamespace);
        return processes;
    }

    /** How many mount namespaces of ours have been seen. */
    public int namespacesSeen() {
        return seenNamespaces.size();
    }

    /**
     * Waits until nothing of ours remains but the host JVM itself, if that still lives.
     *
     * @throws AssertionError with a list of what remains at the deadline
     */
    public void awaitNothingLeft(Duration patience) throws IOException {
        awaitNone(this::left, patience);
    }

    /** Waits until no process is left that was observed, whatever has been started since. */
    public void awaitObservedGone(Duration patience) throws IOException {
        awaitNone(this::observedLeft, patience);
    }

    private interface Remains {
        List<String> look() throws IOException;
    }

    private static void awaitNone(Remains remains, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> left = remains.look();
        while (!left.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("left behind after " + patience + ":\n" + String.join("\n", left));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            left = remains.look();
        }
    }

    private List<String> observedLeft() throws IOException {
        Processes processes = Processes.look();
        return processes.all().stream()
                .filter(process -> mayBeOurs(process, processes) && wasSeen(process))
                .map(OneProcess::describe)
                .toList();
    }

    private List<String> left() throws IOException {
        List<String> left = new ArrayList<>();
        Processes processes = Processes.look();
        for (OneProcess process : processes.all()) {
            leftOf(process, processes).forEach(reason -> left.add(reason + ": " + process.describe()));
        }
        mounts().stream().filter(mount -> !mountsBefore.contains(mount)).forEach(mount -> left.add("mount: " + mount));
        for (Path directory : List.of(host.temporaryDirectory(), host.workingDirectory())) {
            names(directory).forEach(name -> left.add("file: " + directory.resolve(name)));
        }
        names(Path.of("/tmp")).stream()
                .filter(name ->
                        !filesBefore.contains(name) && OURS.matcher(name).matches())
                .filter(name -> !isOfAnotherJvm(name, processes))
                .forEach(name -> left.add("file: /tmp/" + name));
        return left;
    }

    /** What is made when somebody attaches to a JVM that lives and is none of ours. */
    private boolean isOfAnotherJvm(String file, Processes processes) {
        return processes.all().stream()
                .anyMatch(process -> file.endsWith("_pid" + process.pid()) && !wasSeen(process) && !process.isZombie());
    }

    private List<String> leftOf(OneProcess process, Processes processes) {
        if (!mayBeOurs(process, processes)) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        if (process.isMarked(host.nonce())
                || String.join(" ", process.command()).contains(host.nonce())) {
            reasons.add("has our environment");
        }
        if (wasSeen(process)) {
            reasons.add("was seen below the host JVM");
        }
        if (foreigners.stream().noneMatch(foreigner -> isSame(foreigner, process))) {
            process.mountNamespaces().stream()
                    .filter(namespace -> process.startTime() <= seenNamespaces.getOrDefault(namespace, -1L))
                    .forEach(namespace -> reasons.add("is in our " + namespace));
        }
        return reasons;
    }

    private boolean mayBeOurs(OneProcess process, Processes processes) {
        boolean isHost = process.pid() == host.process().pid();
        // whoever adopts orphans decides when they are reaped; a zombie of the host JVM's own is its fault
        boolean reapedByOthers = process.isZombie()
                && !processes.descendants(host.process().pid()).contains(process);
        return !isHost && !reapedByOthers;
    }

    private boolean wasSeen(OneProcess process) {
        return seenProcesses.stream().anyMatch(seen -> isSame(seen, process));
    }

    private static boolean isSame(OneProcess one, OneProcess other) {
        return one.pid() == other.pid() && one.startTime() == other.startTime();
    }

    private static Set<String> mounts() throws IOException {
        return Set.copyOf(Files.readAllLines(SELF.resolve("mountinfo")));
    }

    private static Set<String> names(Path directory) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }
}

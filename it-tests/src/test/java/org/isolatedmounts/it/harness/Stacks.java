package org.isolatedmounts.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.isolatedmounts.it.harness.Processes.OneProcess;

/** What a host JVM and all that it has started are doing, for whoever has waited too long; and their end. */
public final class Stacks {

    private static final long DUMP_SECONDS = 5;
    private static final Duration END = Duration.ofSeconds(10);

    private Stacks() {}

    /**
     * The processes, and the stacks of the JVMs among them, of the host, the supervisor and forks.
     *
     * @param javaHome of these JVMs
     */
    public static String of(HostProcess host, Path javaHome) throws IOException, InterruptedException {
        List<OneProcess> processes = processes(host);
        StringBuilder text = new StringBuilder("processes:\n");
        processes.forEach(process -> text.append(process.describe()).append('\n'));
        for (OneProcess process : processes) {
            List<String> command = process.command();
            if (!command.isEmpty() && command.get(0).endsWith("/java")) {
                text.append("\nstacks of ").append(process.describe()).append('\n');
                text.append(dump(process, javaHome)).append('\n');
            }
        }
        return text.toString();
    }

    /** Asks the JVM itself; one that does not answer, as it is stopped or has just begun, is shown by the kernel. */
    private static String dump(OneProcess process, Path javaHome) throws IOException, InterruptedException {
        Path file = Files.createTempFile("stacks-", ".txt");
        Process jstack = new ProcessBuilder(
                        javaHome.resolve("bin/jstack").toString(), "-l", Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
        try {
            boolean ended = jstack.waitFor(DUMP_SECONDS, TimeUnit.SECONDS);
            String text = new String(Files.readAllBytes(file), UTF_8);
            if (ended && jstack.exitValue() == 0) {
                return text;
            }
            // prints its stacks to its own standard output, from where they may still get to the host's
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            return text + "no answer to jstack; the kernel says of it:\n" + status(process);
        } finally {
            jstack.destroyForcibly().waitFor();
            Files.delete(file);
            deleteSocket(process);
        }
    }

    /** The JVM will be killed, and leave the socket on which it has answered: for others, at the same time, a file too many. */
    private static void deleteSocket(OneProcess process) throws IOException {
        Optional<String> ids = status(process)
                .lines()
                .filter(line -> line.startsWith("NSpid:"))
                .findFirst();
        if (ids.isPresent()) {
            String own = ids.get().substring(ids.get().lastIndexOf('\t') + 1);
            Files.deleteIfExists(Path.of("/tmp/.java_pid" + own));
        }
    }

    private static String status(OneProcess process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        } catch (IOException e) {
            return "it has ended";
        }
    }

    /** Kills the host JVM and all that it has started. */
    public static void kill(HostProcess host) throws IOException {
        host.process().destroyForcibly();
        long deadline = System.nanoTime() + END.toNanos();
        List<OneProcess> left = processes(host);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            left.forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            left = processes(host);
        }
    }

    private static List<OneProcess> processes(HostProcess host) throws IOException {
        Processes processes = Processes.look();
        List<OneProcess> descendants = processes.descendants(host.process().pid());
        return processes.all().stream()
                .filter(process -> !process.isZombie())
                .filter(process -> process.pid() == host.process().pid()
                        || descendants.contains(process)
                        || process.isMarked(host.nonce()))
                .sorted(Comparator.comparing(OneProcess::startTime).thenComparing(OneProcess::pid))
                .toList();
    }
}

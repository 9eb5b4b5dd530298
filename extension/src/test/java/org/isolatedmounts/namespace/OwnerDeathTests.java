package org.isolatedmounts.namespace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** Nothing is left of a JVM that was killed. */
@Timeout(60)
class OwnerDeathTests {

    @Test
    void processesAndNamespacesGoWithTheJvm() throws Exception {
        goWith(List.of());
    }

    /** What is ignored is inherited, and a shell cannot undo it. */
    @Test
    void processesAndNamespacesGoWithAJvmThatIgnoresSignals() throws Exception {
        goWith(List.of("sh", "-c", "trap '' TERM INT HUP; exec \"$@\"", "sh"));
    }

    private static void goWith(List<String> surroundings) throws Exception {
        List<String> command = new ArrayList<>(surroundings);
        command.addAll(TaskCommand.of(Owner.class));
        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> pids;
        try (BufferedReader output = jvm.inputReader()) {
            pids = List.of(output.readLine().split(" "));
            assertThat(pids).hasSize(3).allMatch(OwnerDeathTests::isAlive);
        } finally {
            jvm.destroyForcibly().waitFor();
        }
        for (String pid : pids) {
            while (isAlive(pid)) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    @RepeatedTest(4)
    void nothingIsLeftWheneverTheJvmIsKilled(TestReporter reporter) throws Exception {
        long microseconds = new Random().nextInt(300_000);
        reporter.publishEntry("killed after microseconds", Long.toString(microseconds));
        ProcessBuilder builder = new ProcessBuilder(TaskCommand.of(BusyOwner.class)).redirectErrorStream(true);
        String mark = "OWNER_DEATH=" + UUID.randomUUID();
        builder.environment().put("OWNER_DEATH", mark.substring(mark.indexOf('=') + 1));
        Process jvm = builder.start();
        try (BufferedReader output = jvm.inputReader()) {
            assertThat(output.readLine()).isEqualTo("busy");
            TimeUnit.MICROSECONDS.sleep(microseconds);
        } finally {
            jvm.destroyForcibly().waitFor();
        }

        while (!processesWith(mark).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Of those whose environment may be read. */
    private static List<Path> processesWith(String mark) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    if (Files.readString(process.resolve("environ"), ISO_8859_1).contains(mark)) {
                        found.add(process);
                    }
                } catch (IOException e) {
                    // has ended, or belongs to somebody else
                }
            }
        }
        return found;
    }

    private static boolean isAlive(String pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return "ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells the ids of the holder of a namespace, of a command that ignores its standard input, and of its child. */
    static final class Owner {

        public static void main(String[] args) throws Exception {
            MountNamespace namespace = MountNamespace.create();
            NamespaceProcess command = namespace.start("sh", "-c", "sleep 1000 & echo $!; trap '' TERM; wait");
            String child = command.inputReader().readLine();
            long holder = namespace.members().processes().stream()
                    .filter(pid -> pid != command.pid() && pid != Long.parseLong(child))
                    .findFirst()
                    .orElseThrow();
            System.out.println(holder + " " + command.pid() + " " + child);
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Makes namespaces and starts commands in them, in several threads, none of which it waits for. */
    static final class BusyOwner {

        public static void main(String[] args) throws Exception {
            MountNamespace.create().start("sleep", "1000");
            System.out.println("busy");
            for (int i = 0; i < 3; i++) {
                new Thread(BusyOwner::work).start();
            }
        }

        private static void work() {
            try {
                for (int i = 0; i < 100; i++) {
                    MountNamespace.create().start("sh", "-c", "sleep 1000 & sleep 1000");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

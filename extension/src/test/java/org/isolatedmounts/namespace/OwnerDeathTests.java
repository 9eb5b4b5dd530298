package org.isolatedmounts.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing is left of a JVM that was killed. */
@Timeout(60)
class OwnerDeathTests {

    @Test
    void processesAndNamespacesGoWithTheJvm() throws Exception {
        Process jvm = new ProcessBuilder(JavaCommand.of(Owner.class))
                .redirectErrorStream(true)
                .start();
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
}

package org.isolatedmounts.internal.supervisor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrivilegesTests {

    /**
     * As linux/capability.h numbers them: dac_read_search, sys_module, sys_rawio, sys_ptrace, sys_admin, sys_boot,
     * sys_time, mknod, perfmon, bpf, checkpoint_restore.
     */
    private static final long UNDOING = LongStream.of(2, 16, 17, 19, 21, 22, 25, 27, 38, 39, 40)
            .map(capability -> 1L << capability)
            .sum();

    @Test
    void whatCouldUndoALayoutIsGone() throws Exception {
        Map<String, String> before = status(Files.readString(Path.of("/proc/self/status")));
        boolean root = value(before, "Uid").startsWith("0\t");

        Map<String, String> after = status(run(root, "cat", "/proc/self/status"));

        long kept = root ? capabilities(before, "CapBnd") & ~UNDOING : 0;
        assertThat(capabilities(after, "CapBnd")).isEqualTo(kept);
        assertThat(capabilities(after, "CapPrm")).isEqualTo(kept);
        assertThat(capabilities(after, "CapEff")).isEqualTo(kept);
        assertThat(capabilities(after, "CapInh")).isZero();
        assertThat(capabilities(after, "CapAmb")).isZero();
        assertThat(after).containsEntry("NoNewPrivs", "1").containsEntry("Uid", value(before, "Uid"));
    }

    /** An ordinary user's fork lives in a user namespace, in which it has them all at first. */
    private static String run(boolean root, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if (!root) {
            words.addAll(List.of("unshare", "--user", "--map-current-user", "--keep-caps", "--"));
        }
        words.addAll(Privileges.dropCommand());
        words.addAll(List.of(command));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = process.inputReader().lines().collect(Collectors.joining("\n"));
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Map<String, String> status(String text) {
        return Stream.of(text.split("\n"))
                .map(line -> line.split(":\t", 2))
                .filter(words -> words.length == 2)
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    private static String value(Map<String, String> status, String name) {
        return Objects.requireNonNull(status.get(name), name);
    }

    private static long capabilities(Map<String, String> status, String name) {
        return Long.parseUnsignedLong(value(status, name), 16);
    }
}

package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.TestResult;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code isolatedmounts.verbose} prints, done by hand as it says. */
@Timeout(120)
@ExtendWith(HostPlace.class)
@Tag("serial")
class VerboseTests {

    private static final String BY_HAND = "  by hand, in the shell of `unshare --mount`";

    @Test
    void printedCommandsMakeTheTableOfTheFork() throws Exception {
        List<String> printed;
        try (HostJvm host = HostJvm.start(List.of(), Map.of("isolatedmounts.verbose", "true"))) {
            assertThat(host.run(Duration.ofSeconds(90), VerboseTestCase.class)).allMatch(TestResult::successful);
            printed = host.output().lines().toList();
        }
        String commands = String.join(
                "\n",
                printed.stream()
                        .dropWhile(line -> !line.startsWith(BY_HAND))
                        .skip(1)
                        .takeWhile(line -> line.startsWith("    "))
                        .toList());
        List<String> table = printed.stream()
                .filter(line -> line.startsWith(VerboseTestCase.HERE))
                .map(line -> line.substring(VerboseTestCase.HERE.length()))
                .toList();

        String user = HostView.isRoot() ? "" : " --map-current-user --keep-caps";
        Shell byHand = Shell.run(
                "unshare --mount" + user + " sh -e <<'END'\n" + commands + "\nexec cat /proc/self/mountinfo\nEND\n");

        assertThat(byHand.status()).as(byHand.output()).isZero();
        assertThat(described(byHand.output())).isEqualTo(described(String.join("\n", table)));
    }

    /** A fork has besides a {@code /proc} of its own; ids and the device numbers of file systems are never the same. */
    private static List<String> described(String mountInfo) throws IOException {
        return MountTable.parse(mountInfo).mounts().stream()
                .filter(mount -> !mount.mountPoint().equals("/proc"))
                .map(VerboseTests::described)
                .sorted()
                .toList();
    }

    private static String described(MountEntry mount) {
        return mount.mountPoint() + " " + mount.root() + " " + mount.fileSystemType() + " " + mount.source() + " "
                + mount.mountOptions() + " " + mount.superOptions() + " " + mount.propagation();
    }
}

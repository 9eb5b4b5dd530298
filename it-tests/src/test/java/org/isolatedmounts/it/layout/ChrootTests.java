package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.it.harness.Denying;
import org.isolatedmounts.it.harness.Surroundings;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host JVM in a chroot, as root or as who is root in a user namespace of its own. */
@Tag("serial")
@Timeout(120)
@ExtendWith(HostPlace.class)
class ChrootTests {

    /** Outside of the chroot something is mounted at the paths that the supervisor and the test use. */
    private static List<String> inChroot() {
        List<String> command = new ArrayList<>(HostView.isRoot() ? List.of() : Denying.AS_ROOT);
        command.addAll(List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "sh",
                "-c",
                """
                root=$1; directory=$2; shift 2
                mount --rbind / "$root" && mount -t tmpfs outside /sys/kernel/debug && mount -t tmpfs outside /mnt || exit 1
                exec chroot "$root" sh -c 'cd "$0" && exec "$@"' "$directory" "$@"
                """,
                "sh",
                HostPlace.SOURCE,
                Path.of("").toAbsolutePath().toString()));
        return command;
    }

    @Test
    void testsAreIsolatedThere() throws Exception {
        Surroundings.Outcome outcome = Surroundings.of(inChroot()).run(Map.of(), ChrootTestCase.class);

        assertThat(outcome.results())
                .extracting(TestResult::name)
                .containsExactlyInAnyOrder("onAMountPointThatIsThere()", "onOneThatIsMissingInTheRoot()");
        assertThat(outcome.results())
                .allSatisfy(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
        assertThat(Path.of("/mnt/file")).doesNotExist();
    }
}

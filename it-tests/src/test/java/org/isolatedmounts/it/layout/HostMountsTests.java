package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.HostMounts;
import org.isolatedmounts.Propagation;
import org.isolatedmounts.it.harness.Denying;
import org.isolatedmounts.it.harness.Surroundings;
import org.isolatedmounts.it.harness.TestResult;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host JVM where {@code /} is shared, as systemd makes it, and where somebody mounts when a test asks for it. */
@Tag("serial")
@Timeout(120)
@ExtendWith(HostPlace.class)
class HostMountsTests {

    private static final List<String> NAMES = List.of("slave", "root", "bound", "private", "shared");

    /** Each waits for 30 seconds at most. What the first one mounts over, the supervisor works in. */
    private static final String MOUNTING = """
            await() { i=0; until [ -e "$1" ]; do sleep 0.02; i=$((i + 1)); [ $i -lt 1500 ] || exit 1; done; }
            place=$1
            for name in $2; do
              (
                await "$place/$name.ready"
                [ "$name" != private ] || mount --bind /sys /sys
                mount -t tmpfs cd-rom "$place/$name" && touch "$place/$name/label" || exit 1
                touch "$place/$name.mounted"
                await "$place/$name.seen"
                umount "$place/$name" && touch "$place/$name.unmounted"
              ) </dev/null >/dev/null 2>&1 &
            done
            shift 2
            exec "$@"
            """;

    @Test
    void reachTestsThatAskForThem() throws Exception {
        for (String name : NAMES) {
            Files.createDirectory(Path.of(HostPlace.PLACE, name));
        }
        List<String> command = new ArrayList<>(HostView.isRoot() ? List.of() : Denying.AS_ROOT);
        command.addAll(List.of("unshare", "--mount", "--propagation", "shared", "sh", "-c", MOUNTING, "sh"));
        command.addAll(List.of(HostPlace.PLACE, String.join(" ", NAMES)));

        Surroundings.Outcome outcome = Surroundings.of(command).run(Map.of(), HostMountsTestCase.class);

        assertThat(outcome.results())
                .hasSize(NAMES.size())
                .allSatisfy(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
        assertThat(outcome.results()).extracting(TestResult::name).doesNotHaveDuplicates();
        assertThat(Files.readString(Path.of("/proc/self/mountinfo"))).doesNotContain("cd-rom");
    }

    @Test
    void ofAHostThatSharesNoneAreMissedAloud() throws Exception {
        List<String> command = new ArrayList<>(HostView.isRoot() ? List.of() : Denying.AS_ROOT);
        command.addAll(List.of("unshare", "--mount", "--propagation", "private"));

        Surroundings.Outcome outcome = Surroundings.of(command).run(Map.of(), PrivateHostTestCase.class);

        assertThat(outcome.results())
                .hasSize(1)
                .allSatisfy(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
        assertThat(outcome.errors())
                .contains("@HostMounts: no mount of the host is shared, so nothing that it mounts arrives.");
    }

    @HostMounts(propagation = Propagation.SLAVE)
    static class PrivateHostTestCase {

        @Test
        void runs() throws IOException {
            assertThat(MountTable.ofSelf().mounts())
                    .isNotEmpty()
                    .allSatisfy(
                            mount -> assertThat(mount.propagation().isPrivate()).isTrue());
        }
    }
}

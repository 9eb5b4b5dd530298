package org.isolatedmounts.it.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.harness.Denying.AS_ROOT;
import static org.isolatedmounts.it.harness.Denying.KEEPING_RIGHTS;
import static org.isolatedmounts.it.harness.Denying.MASKED_PROC;
import static org.isolatedmounts.it.harness.Denying.NO_USER_NAMESPACES;
import static org.isolatedmounts.it.harness.Denying.WITHOUT_ANY_RIGHT;
import static org.isolatedmounts.it.harness.Denying.WITHOUT_RIGHTS;
import static org.isolatedmounts.it.harness.Denying.find;
import static org.isolatedmounts.it.harness.Denying.onlyPrograms;
import static org.isolatedmounts.it.harness.Denying.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isolatedmounts.it.harness.HostJvm;
import org.isolatedmounts.it.harness.Processes;
import org.isolatedmounts.it.harness.Surroundings;
import org.isolatedmounts.it.harness.TestResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Host JVMs on machines that deny something. They hold for root and for an ordinary user, as either is made to look like
 * the other.
 */
@Timeout(180)
class AvailabilityTests {

    private static final Map<String, String> SKIP = Map.of("isolatedmounts.unavailable", "skip");

    @Test
    void noUserNamespacesFailEveryTest() throws Exception {
        assertUnavailable(
                surroundings(KEEPING_RIGHTS, NO_USER_NAMESPACES, WITHOUT_RIGHTS).run(Map.of(), AvailableTestCase.class),
                "FAILED",
                "creating a user namespace is denied by a limit on the number of namespaces.",
                "user.max_user_namespaces = 0",
                "Fix: ",
                "To abort such tests instead of failing them, set isolatedmounts.unavailable=skip");
    }

    @Test
    @Tag("full")
    void noUserNamespacesAbortEveryTestWhereThatIsAskedFor() throws Exception {
        assertUnavailable(
                surroundings(KEEPING_RIGHTS, NO_USER_NAMESPACES, WITHOUT_RIGHTS).run(SKIP, AvailableTestCase.class),
                "ABORTED",
                "user.max_user_namespaces = 0");
    }

    @Test
    void noUserNamespacesFailEveryTestThatMustRun() throws Exception {
        assertUnavailable(
                surroundings(KEEPING_RIGHTS, NO_USER_NAMESPACES, WITHOUT_RIGHTS)
                        .run(
                                Map.of("isolatedmounts.unavailable", "skip", "isolatedmounts.must-run", "true"),
                                AvailableTestCase.class),
                "FAILED",
                "user.max_user_namespaces = 0");
    }

    @Test
    void rootWithoutAnyCapability() throws Exception {
        assertUnavailable(
                surroundings(AS_ROOT, WITHOUT_ANY_RIGHT).run(SKIP, AvailableTestCase.class),
                "ABORTED",
                "uid 0, but without CAP_SETFCAP");
    }

    @Test
    void noRoomForThePidNamespaceOfAFork() throws Exception {
        List<String> limit = List.of("sh", "-c", "echo 1 > /proc/sys/user/max_pid_namespaces && exec \"$@\"", "sh");

        assertUnavailable(
                surroundings(KEEPING_RIGHTS, limit).run(SKIP, AvailableTestCase.class),
                "ABORTED",
                "user.max_pid_namespaces = 1");
    }

    /** The supervisor starts, and the first that fails is a call while it lays the mounts. */
    @Test
    void aCallThatIsRefusedWhileMountsAreLaidIsExplained() throws Exception {
        List<String> noChroot = List.of("setpriv", "--inh-caps=-sys_chroot", "--bounding-set=-sys_chroot");

        assertThat(surroundings(AS_ROOT, noChroot)
                        .run(Map.of(), AvailableTestCase.class)
                        .results())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.message())
                        .contains("setns(", "EPERM")
                        .contains("entering a mount namespace (setns) is denied for want of capabilities.")
                        .contains("Fix: ", "--cap-add SYS_CHROOT"));
    }

    @Test
    void noUnshareOnThePath(@TempDir Path directory) throws Exception {
        onlyPrograms(directory, "sh", "mount", "setpriv", "mkdir", "readlink");

        assertUnavailable(
                Surroundings.ordinary().with("PATH", directory.toString()).run(SKIP, AvailableTestCase.class),
                "ABORTED",
                "not found on PATH: unshare");
    }

    @Test
    void noSetprivOnThePath(@TempDir Path directory) throws Exception {
        onlyPrograms(directory, "sh", "mount", "unshare", "mkdir", "readlink");

        assertUnavailable(
                Surroundings.ordinary().with("PATH", directory.toString()).run(SKIP, AvailableTestCase.class),
                "ABORTED",
                "not found on PATH: setpriv");
    }

    @Test
    void setprivOfAnOldDistribution(@TempDir Path directory) throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        oldSetpriv(directory);

        Surroundings.Outcome outcome = Surroundings.ordinary()
                .with("PATH", directory + ":" + System.getenv("PATH"))
                .run(Map.of(), AvailableTestCase.class);

        assertThat(outcome.results())
                .hasSize(2)
                .allSatisfy(result ->
                        assertThat(result.successful()).as(result.stackTrace()).isTrue());
        assertThat(directory.resolve("refused"))
                .as("the class archive's included, whose failure nobody hears of")
                .doesNotExist();
        assertThat(directory.resolve("started")).content().contains("-XX:ArchiveClassesAtExit=");
    }

    /**
     * That of Debian 11 and Ubuntu 22.04, linked with libcap-ng before 0.8: it asks {@code /proc} for the process of its
     * own id, which is another one, or none, in the {@code /proc} of an outer pid namespace.
     */
    private static void oldSetpriv(Path directory) throws IOException {
        program(directory, "setpriv", """
                read -r self rest < /proc/self/stat
                if [ $$ != 1 ] && [ "$self" != $$ ]; then
                  echo "$*" >> %1$s/refused
                  echo "setpriv: activate capabilities: No such file or directory" >&2
                  exit 1
                fi
                echo "$*" >> %1$s/started
                exec %2$s "$@"
                """.formatted(directory, find("setpriv")));
    }

    @Test
    void aMaskedProcIsWarnedOfAndTestsRun() throws Exception {
        String mark = UUID.randomUUID().toString();
        Surroundings.Outcome outcome = surroundings(KEEPING_RIGHTS, MASKED_PROC, WITHOUT_RIGHTS)
                .with(HostJvm.MARKER, mark)
                .run(Map.of(), AvailableTestCase.class);

        for (String name : List.of("one()", "two()")) {
            assertThat(outcome.result(name).successful())
                    .as(outcome.result(name).stackTrace())
                    .isTrue();
        }
        assertThat(outcome.output()).isEqualTo("a body was run\na body was run\n");
        assertThat(outcome.errors())
                .containsOnlyOnce("No /proc of their own for the tests")
                .contains("mounted over parts of /proc: ", "/proc/kallsyms", "/proc/irq");
        assertThat(Path.of(AvailableTestCase.MISSING)).doesNotExist();
        assertThat(Processes.look().all()).noneMatch(process -> process.isMarked(mark));
    }

    private static void assertUnavailable(Surroundings.Outcome outcome, String status, String... reasons) {
        assertThat(outcome.results()).hasSize(2).allSatisfy(result -> {
            assertThat(result.outcome()).as(result.stackTrace()).isEqualTo(status);
            assertThat(result.throwable())
                    .endsWith(status.equals("ABORTED") ? ".TestAbortedException" : ".IsolationUnavailableException");
            assertThat(result.message())
                    .startsWith("Private mount namespaces are not available on this machine: ")
                    .contains(reasons)
                    .contains("\nWhat works  ", "\n  isolated tests  ", " doctor\n");
        });
        assertThat(outcome.results()).extracting(TestResult::name).containsExactlyInAnyOrder("one()", "two()");
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.children()).isEmpty();
    }

    @SafeVarargs
    private static Surroundings surroundings(List<String>... each) {
        List<String> command = new ArrayList<>();
        for (List<String> words : each) {
            command.addAll(words);
        }
        return Surroundings.of(command);
    }
}

package org.isolatedmounts.internal.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.availability.Denying.AS_ROOT;
import static org.isolatedmounts.internal.availability.Denying.KEEPING_RIGHTS;
import static org.isolatedmounts.internal.availability.Denying.WITHOUT_ANY_RIGHT;
import static org.isolatedmounts.internal.availability.Denying.WITHOUT_RIGHTS;
import static org.isolatedmounts.internal.availability.Denying.WITHOUT_SYS_ADMIN;
import static org.isolatedmounts.internal.availability.Denying.chroot;
import static org.isolatedmounts.internal.availability.Denying.filter;
import static org.isolatedmounts.internal.availability.Denying.limit;
import static org.isolatedmounts.internal.availability.Denying.maskedProc;
import static org.isolatedmounts.internal.availability.Denying.script;
import static org.isolatedmounts.internal.availability.Denying.wrap;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Probes where the kernel really denies: each in a JVM of its own, in namespaces that are made for it. They hold for root
 * and for an ordinary user, as either is made to look like the other.
 */
@Timeout(120)
class RealDenialTests {

    @Test
    void noUserNamespacesForAnyone() throws Exception {
        assertThat(probe(KEEPING_RIGHTS, limit("max_user_namespaces"), WITHOUT_RIGHTS))
                .startsWith("NAMESPACE_LIMIT")
                .contains("creating a user namespace is denied by a limit on the number of namespaces.")
                .contains("unshare: unshare failed: No space left on device", "user.max_user_namespaces = 0")
                .contains("Fix: ", "sudo sysctl -w user.max_user_namespaces=15000");
    }

    @ParameterizedTest
    @CsvSource({"max_mnt_namespaces, creating a mount namespace", "max_pid_namespaces, creating a pid namespace"})
    void noMountOrPidNamespaces(String limit, String attempt) throws Exception {
        assertThat(probe(KEEPING_RIGHTS, limit(limit)))
                .startsWith("NAMESPACE_LIMIT")
                .contains(attempt + " is denied by a limit", "user." + limit + " = 0");
    }

    @Test
    void rootWithoutSysAdminIsTreatedAsAnOrdinaryUser() throws Exception {
        assertThat(probe(AS_ROOT, WITHOUT_SYS_ADMIN)).startsWith("AVAILABLE");
    }

    @Test
    void rootWithoutSysAdminAndWithoutUserNamespaces() throws Exception {
        assertThat(probe(AS_ROOT, limit("max_user_namespaces"), WITHOUT_SYS_ADMIN))
                .startsWith("NAMESPACE_LIMIT")
                .contains("uid 0, but without CAP_SYS_ADMIN: CapEff: ", ", CapBnd: ")
                .contains("Or do without user namespaces: ", "--cap-add SYS_ADMIN");
    }

    @Test
    void rootWithoutAnyRight() throws Exception {
        assertThat(probe(AS_ROOT, WITHOUT_ANY_RIGHT))
                .startsWith("CAPABILITIES")
                .contains("write failed /proc/self/uid_map: Operation not permitted")
                .contains("uid 0, but without CAP_SETFCAP", "Fix: run the tests as an ordinary user, or ");
    }

    @Test
    void aFilterThatDeniesUnshareIsProven() throws Exception {
        assertThat(probe(WITHOUT_RIGHTS, filter("unshare")))
                .startsWith("SECCOMP")
                .contains("creating a user namespace is denied by a seccomp filter.")
                .contains("unshare: unshare failed: Operation not permitted", "Seccomp: 2")
                .contains("$ unshare -- sh -c true", "--security-opt seccomp=unconfined");
    }

    @Test
    void aFilterThatDeniesUnshareToRoot() throws Exception {
        assertThat(probe(AS_ROOT, filter("unshare")))
                .startsWith("SECCOMP")
                .contains("creating a mount namespace is denied by a seccomp filter.");
    }

    @Test
    void aFilterThatDeniesUserNamespacesOnly() throws Exception {
        assertThat(probe(WITHOUT_RIGHTS, filter("newuser")))
                .startsWith("SECCOMP")
                .contains("creating a user namespace", "Seccomp: 2")
                .doesNotContain("$ unshare -- sh -c true");
    }

    @Test
    void aFilterThatDeniesMount() throws Exception {
        assertThat(probe(WITHOUT_RIGHTS, filter("mount")))
                .startsWith("SECCOMP")
                .contains("creating a mount namespace", "propagation: Operation not permitted");
    }

    @ParameterizedTest
    @CsvSource({
        "pivot_root, changing the root directory (pivot_root), let the profile allow pivot_root too",
        "setns, entering a mount namespace (setns), --security-opt seccomp=unconfined"
    })
    void aFilterThatDeniesOneCallOfLaying(String call, String attempt, String fix) throws Exception {
        for (List<String> user : List.of(AS_ROOT, WITHOUT_RIGHTS)) {
            assertThat(probe(user, filter(call)))
                    .startsWith("SECCOMP")
                    .contains(attempt + " is denied by a seccomp filter.", "Operation not permitted", fix);
        }
    }

    /** Which of the probes meets it first depends on when the kernel gives up the namespace of the one before. */
    @Test
    void noRoomForThePidNamespaceOfAFork() throws Exception {
        assertThat(probe(KEEPING_RIGHTS, limit("max_pid_namespaces", 1)))
                .startsWith("NAMESPACE_LIMIT")
                .contains(" is denied by a limit on the number of namespaces.", "user.max_pid_namespaces = 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unshare", "setpriv"})
    void aProgramIsNotOnPath(String missing, @TempDir Path directory) throws Exception {
        for (String program : List.of("sh", "unshare", "mount", "setpriv")) {
            if (!program.equals(missing)) {
                wrap(program, directory);
            }
        }

        assertThat(output(Map.of("PATH", directory.toString())))
                .startsWith("PROGRAMS")
                .contains("not found on PATH: " + missing, "apk add util-linux");
    }

    @Test
    void anUnshareWithoutTheOptions(@TempDir Path directory) throws Exception {
        for (String program : List.of("sh", "mount", "setpriv")) {
            wrap(program, directory);
        }
        script(directory.resolve("unshare"), """
                echo "unshare: unrecognized option: $1" >&2
                echo "BusyBox v1.36.1 (2023-11-07 18:53:09 UTC) multi-call binary." >&2
                exit 1
                """);

        assertThat(output(Map.of("PATH", directory.toString())))
                .startsWith("PROGRAMS")
                .contains("it is BusyBox v1.36.1");
    }

    @Test
    void aChrootForAnOrdinaryUser(@TempDir Path directory) throws Exception {
        assertThat(probe(KEEPING_RIGHTS, chroot(directory), WITHOUT_RIGHTS))
                .startsWith("CHROOT")
                .contains("creating a user namespace is denied because this process runs in a chroot.")
                .contains("unshare: unshare failed: Operation not permitted");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aChrootForRoot(@TempDir Path directory) throws Exception {
        assertThat(probe(AS_ROOT, chroot(directory)))
                .startsWith("CHROOT")
                .contains("cannot change root filesystem propagation: Invalid argument");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aMaskedProcIsOnlyAWarning() throws Exception {
        assertThat(probe(KEEPING_RIGHTS, maskedProc(), WITHOUT_RIGHTS))
                .startsWith("AVAILABLE")
                .contains("No /proc of their own for the tests", "mounted over parts of /proc: ", "/proc/irq");
    }

    @SafeVarargs
    private static String probe(List<String>... surroundings) throws Exception {
        return output(Map.of(), surroundings);
    }

    @SafeVarargs
    private static String output(Map<String, String> environment, List<String>... surroundings) throws Exception {
        Denying.Outcome outcome = Denying.run(environment, Denying.java(ProbeMain.class), surroundings);
        assertThat(outcome.status()).as(outcome.output()).isZero();
        return outcome.output();
    }
}

package org.isolatedmounts.internal.availability;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.internal.availability.machine.FakeMachine;
import org.isolatedmounts.internal.availability.trial.Stage;
import org.junit.jupiter.api.Test;

class ProcWarningTests {

    private final FakeMachine machine = new FakeMachine();

    @Test
    void noWarningWhereProcCanBeMounted() {
        assertThat(Availability.procWarning(machine)).isEmpty();
    }

    @Test
    void noWarningWhereNotEvenNamespacesCanBeMade() {
        machine.fails(Stage.NEW_PROC, "unshare: unshare failed: Operation not permitted")
                .fails(Stage.PID_NAMESPACE, "unshare: unshare failed: Operation not permitted");

        assertThat(Availability.procWarning(machine)).isEmpty();
    }

    @Test
    void noWarningOnAnotherOperatingSystem() {
        machine.osName = "Windows 11";

        assertThat(Availability.procWarning(machine)).isEmpty();
    }

    @Test
    void theWarningNamesWhatMasksProc() {
        machine.path("/.dockerenv")
                .file("/proc/self/mountinfo", """
                        30 1 0:30 / / rw - overlay overlay rw
                        31 30 0:31 / /proc rw - proc proc rw
                        32 31 0:31 /sys /proc/sys ro - proc proc rw
                        33 31 0:32 / /proc/acpi ro - tmpfs tmpfs ro""")
                .fails(Stage.NEW_PROC, "mount: /proc: permission denied.");

        assertThat(Availability.procWarning(machine)).contains("""
                No /proc of their own for the tests: they see the one of the host, with its process ids.
                  $ unshare --user --map-current-user --keep-caps --mount --propagation private --pid --fork \
                --kill-child -- mount -t proc proc /proc
                  exit status 1: mount: /proc: permission denied.
                  mounted over parts of /proc: /proc/sys, /proc/acpi
                Fix, if tests depend on it: docker run --security-opt systempaths=unconfined (GitHub Actions: \
                jobs.<job>.container.options)""");
    }
}
